-- What the delivered part of the order is worth with VAT by the shop's own words, positive on credit notes too: known before there is a draft,
-- and null where the shop's words do not tell. With it, what waits has an amount.
alter table booking add column delivered numeric;
alter table booking add column delivered_currency char(3);
-- VAT of the frozen draft, beside its gross.
alter table booking add column vat numeric;

update booking set delivered = gross, delivered_currency = currency where gross is not null;

update booking b set delivered = abs(o.gross), delivered_currency = o.currency
from shop_order o
where o.company_id = b.company_id and o.order_id = b.order_id and b.gross is null and o.gross is not null
  and o.state = 'HANDLED' and b.return_of is null
  and not exists (select from fulfillment f where f.company_id = b.company_id and f.order_id = b.order_id and f.fulfillment_id <> b.fulfillment_id);

update booking set vat = split_part(draft::jsonb #>> '{expected,vat}', ' ', 2)::numeric where draft is not null;
