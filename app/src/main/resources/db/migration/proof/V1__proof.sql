-- The latest comparison of each day and shop; a new comparison of the same day takes its place.
create table proof_day (
    company_id                uuid        not null,
    accounting_integration_id uuid        not null,
    day                       date        not null,
    order_integration_id      uuid        not null,
    handled                   integer     not null,
    settled                   integer     not null,
    waiting                   integer     not null,
    held                      integer     not null,
    skipped                   integer     not null,
    invoices                  integer     not null,
    missing                   integer     not null,
    extra                     integer     not null,
    invoiced                  text        not null,
    difference                text        not null,
    checked_at                timestamptz not null,
    primary key (company_id, accounting_integration_id, day, order_integration_id)
);

create table proof_finding (
    company_id                uuid not null,
    accounting_integration_id uuid not null,
    day                       date not null,
    number                    integer not null,
    order_integration_id      uuid not null,
    kind                      text not null,
    reference                 text not null,
    facts                     text not null,
    primary key (company_id, accounting_integration_id, day, number)
);
