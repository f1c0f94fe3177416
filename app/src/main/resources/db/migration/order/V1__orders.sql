-- Identifiers sort by the time they were made, so the primary keys also serve the pages that show the newest first.

create table shop_order (
    company_id           uuid        not null,
    order_id             uuid        not null,
    order_integration_id uuid        not null,
    shop_order_id        text        not null,
    number               text        not null,
    placed_at            timestamptz not null,
    customer             text        not null,
    customer_key         text,
    country              text        not null,
    currency             char(3)     not null,
    revision             integer     not null,
    content_hash         text        not null,
    state                text        not null,
    received_at          timestamptz not null,
    primary key (company_id, order_id),
    unique (company_id, order_integration_id, shop_order_id)
);

create index shop_order_by_number on shop_order (company_id, number text_pattern_ops);
create index shop_order_by_customer on shop_order (company_id, order_integration_id, customer_key, placed_at);
create index shop_order_by_state on shop_order (company_id, state, order_id);

-- What the shop told us, never changed: content as we read it, raw as it was received.
create table order_revision (
    company_id  uuid        not null,
    order_id    uuid        not null,
    revision    integer     not null,
    content     text        not null,
    raw         bytea       not null,
    received_at timestamptz not null,
    primary key (company_id, order_id, revision),
    foreign key (company_id, order_id) references shop_order
);

create table fulfillment (
    company_id     uuid        not null,
    fulfillment_id uuid        not null,
    order_id       uuid        not null,
    revision       integer     not null,
    number         integer     not null,
    shop_key       text,
    return_of      uuid,
    reopens        boolean     not null,
    handled_at     timestamptz not null,
    lines          text        not null,
    primary key (company_id, fulfillment_id),
    unique (company_id, order_id, number),
    unique (company_id, order_id, shop_key),
    foreign key (company_id, order_id) references shop_order,
    foreign key (company_id, return_of) references fulfillment
);

create index fulfillment_by_day on fulfillment (company_id, handled_at);
