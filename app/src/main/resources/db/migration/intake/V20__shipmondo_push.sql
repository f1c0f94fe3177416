-- Orders pushed in Shipmondo's format: its clients expect whole numbers as ids.
create sequence shipmondo_number start 100000;

create table shipmondo_pushed (
    company_id     uuid        not null,
    integration_id uuid        not null,
    number         bigint      not null default nextval('shipmondo_number'),
    -- the shop's own id of the order: source_name and order_id
    shop_order_id  text        not null,
    received_at    timestamptz not null,
    primary key (company_id, integration_id, number),
    unique (company_id, integration_id, shop_order_id),
    foreign key (company_id, integration_id) references order_integration
);
