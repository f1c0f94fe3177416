-- Exceptions below the templates, in their order. Conditions are JSON: all must hold.
create table rule (
    company_id                uuid    not null,
    accounting_integration_id uuid    not null,
    rule_id                   uuid    not null,
    position                  integer not null,
    conditions                text    not null,
    account                   integer not null,
    ruleset                   text    not null,
    primary key (company_id, accounting_integration_id, rule_id)
);

-- Since when sales to consumers of other member states are declared by One Stop Shop; null: not at all.
create table oss (
    company_id                uuid not null,
    accounting_integration_id uuid not null,
    used_from                 date,
    primary key (company_id, accounting_integration_id)
);
