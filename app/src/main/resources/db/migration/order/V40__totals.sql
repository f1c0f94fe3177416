-- Every order has a total: the shop's own, or what its lines come to where the shop states none. The latter are added up by the application
-- itself, so what is there already is filled in once it runs; until then the total is null.
alter table shop_order
    -- STATED, LINES (with VAT) or NET_LINES (without); null with the total
    add column gross_basis text,
    -- the title of the payment that paid most; empty where the shop tells of none
    add column payment     text not null default '';

update shop_order set gross_basis = 'STATED' where gross is not null;

update shop_order o
set payment = paid.title
from (
    select distinct on (company_id, order_id) company_id, order_id, paying ->> 'title' as title
    from shop_order join order_revision r using (company_id, order_id, revision), jsonb_array_elements(r.content::jsonb -> 'payments') as paying
    order by company_id, order_id, abs(split_part(paying ->> 'amount', ' ', 2)::numeric) desc
) as paid
where o.company_id = paid.company_id and o.order_id = paid.order_id;

create index shop_order_without_total on shop_order (company_id, order_id) where gross is null;
