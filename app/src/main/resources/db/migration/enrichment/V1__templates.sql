create table template (
    company_id                uuid not null,
    accounting_integration_id uuid not null,
    kind                      text not null,
    area                      text not null,
    account                   integer,
    ruleset                   text,
    primary key (company_id, accounting_integration_id, kind, area)
);
