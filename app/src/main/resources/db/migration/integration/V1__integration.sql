-- The shops a company sells in and the accounting companies it books in.

create table accounting_integration (
    company_id    uuid not null,
    accounting_id uuid not null,
    name          text not null check (name <> ''),
    platform      text not null,
    base_url      text not null,
    auto_approve  boolean not null,
    in_flight     integer not null check (in_flight between 1 and 1000),
    active        boolean not null,
    -- AES-256-GCM, bound to this very row; see Seal
    sealed_key    bytea not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    primary key (company_id, accounting_id)
);

create table order_integration (
    company_id              uuid not null,
    integration_id          uuid not null,
    name                    text not null check (name <> ''),
    platform                text not null,
    shop_key                text not null check (shop_key ~ '^[a-z0-9][a-z0-9-]{0,29}$'),
    accounting_id           uuid,
    freight_rule            text not null,
    contact_mode            text not null,
    product_mode            text not null,
    stand_alone_credit_notes boolean not null,
    active                  boolean not null,
    created_at              timestamptz not null,
    changed_at              timestamptz not null,
    primary key (company_id, integration_id),
    foreign key (company_id, accounting_id) references accounting_integration
);

create unique index order_integration_shop_key on order_integration (company_id, shop_key);
