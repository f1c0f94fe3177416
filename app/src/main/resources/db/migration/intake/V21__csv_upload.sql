-- Files of orders that were uploaded, and what came of them.
create table csv_upload (
    company_id     uuid        not null,
    integration_id uuid        not null,
    upload_id      uuid        not null,
    name           text        not null,
    -- byte for byte; taken away once it was imported, for the orders keep their rows
    content        bytea,
    uploaded_at    timestamptz not null,
    -- NEW, RUNNING, DONE or FAILED
    state          text        not null,
    phase          text,
    rows_done      bigint      not null default 0,
    rows_all       bigint      not null default 0,
    -- when the running import last gave a sign of life
    seen_at        timestamptz not null,
    -- JSON; what the import did
    report         text,
    primary key (company_id, integration_id, upload_id),
    foreign key (company_id, integration_id) references order_integration
);

-- How the last file of each shop was read.
create table csv_mapping (
    company_id     uuid        not null,
    integration_id uuid        not null,
    mapping        text        not null,
    primary key (company_id, integration_id),
    foreign key (company_id, integration_id) references order_integration
);
