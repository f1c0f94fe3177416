-- The chart of an accounting integration as a person last saw it, and as it was last read, both as JSON.
create table chart_seen (
    company_id                uuid        not null,
    accounting_integration_id uuid        not null,
    seen                      text        not null,
    latest                    text        not null,
    latest_at                 timestamptz not null,
    primary key (company_id, accounting_integration_id)
);
