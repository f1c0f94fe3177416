-- What the list of orders is sorted by, beside the time of purchase. Compared byte by byte, so that a page is a stretch of an index in any
-- database: numbers of the same length in their own order and shorter ones first, names in lower case with æ, ø and å after z.
alter table shop_order
    add column number_key   text collate "C" generated always as (lpad(lower(left(number, 40)), 40)) stored,
    add column customer_sort text collate "C" generated always as (translate(lower(left(customer, 60)), 'æøåÆØÅ', '{|}{|}')) stored,
    add column state_rank   smallint generated always as (case state when 'OPEN' then 1 when 'PARTLY_HANDLED' then 2 else 3 end) stored;

create index shop_order_by_number on shop_order (company_id, number_key, order_id);
create index shop_order_by_name on shop_order (company_id, customer_sort, order_id);
create index shop_order_by_amount on shop_order (company_id, (coalesce(gross, 0)), order_id);
create index shop_order_by_state on shop_order (company_id, state_rank, order_id);
create index shop_order_by_time on shop_order (company_id, placed_at, order_id);
create index shop_order_by_payment on shop_order (company_id, payment, placed_at, order_id);
create index shop_order_by_currency on shop_order (company_id, currency, placed_at, order_id) where currency <> 'DKK';
