-- What the last nightly proof of each accounting integration led to.
create table proof_night (
    company_id                uuid        not null,
    accounting_integration_id uuid        not null,
    ran_at                    timestamptz not null,
    -- AGREES, DISAGREES or UNAVAILABLE
    result                    text        not null,
    -- when the result first was what it is
    since                     timestamptz not null,
    first_day                 date        not null,
    last_day                  date        not null,
    older_days                integer     not null,
    invoices                  integer     not null,
    findings                  integer     not null,
    detail                    text        not null,
    primary key (company_id, accounting_integration_id)
);
