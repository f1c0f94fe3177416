-- How we reach a shop: what was typed into its form, the secrets sealed.
create table shop_connection (
    company_id     uuid        not null,
    integration_id uuid        not null,
    -- what may be seen, a JSON object of texts
    settings       text        not null,
    -- JSON objects of texts, AES-256-GCM, bound to this very row; see Seal
    sealed         bytea       not null,
    -- the secrets before the last change; a shop may sign with them for a while
    sealed_before  bytea,
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    primary key (company_id, integration_id),
    foreign key (company_id, integration_id) references order_integration
);
