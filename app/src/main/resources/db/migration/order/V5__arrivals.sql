-- A shop's latest orders, to see when it falls silent.
create index shop_order_by_arrival on shop_order (company_id, order_integration_id, order_id);
