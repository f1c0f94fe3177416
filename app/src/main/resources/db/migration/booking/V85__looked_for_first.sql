-- After a backup was restored, the accounting program may hold documents that the database does not know of: until then each booking is looked
-- for by its reference before it is sent for the first time.
create table booking_looked_for_first (
    company_id                uuid        not null,
    accounting_integration_id uuid        not null,
    since                     timestamptz not null, -- when it was restored
    until                     timestamptz not null,
    primary key (company_id, accounting_integration_id)
);
