-- What a booking is about, for lists: written once, and not touched again while the booking goes its way, so that sorting and searching cost the
-- drains nothing.
create table booking_sale (
    company_id    uuid not null,
    booking_id    uuid not null,
    order_number  text not null,
    customer      text not null,
    country       text not null,
    -- the title of the payment that paid most; empty where the shop tells of none
    payment       text not null,
    currency      char(3),
    -- of the document once it is drafted, before that by the shop's own words; null where they do not tell; positive on credit notes too
    amount        numeric,
    -- of the draft's trail; empty before there is one
    area          text not null default '',
    treatment     text not null default '',
    number_key    text collate "C" generated always as (lpad(lower(left(order_number, 40)), 40)) stored,
    customer_sort text collate "C" generated always as (translate(lower(left(customer, 60)), 'æøåÆØÅ', '{|}{|}')) stored,
    primary key (company_id, booking_id)
);

-- What the draft of a booking puts where: one row for each account, template and VAT rule it uses. Credit notes count with a minus.
create table booking_posting (
    company_id   uuid    not null,
    booking_id   uuid    not null,
    account      text    not null,
    -- kind and area of the template that matched, such as ITEM/DOMESTIC; empty where none did
    template     text    not null,
    ruleset      text    not null,
    account_name text    not null,
    net          numeric not null,
    vat          numeric not null,
    primary key (company_id, booking_id, account, template, ruleset)
);

insert into booking_sale (company_id, booking_id, order_number, customer, country, payment, currency, amount, area, treatment)
select b.company_id, b.booking_id, b.order_number, o.customer, o.country, o.payment, coalesce(b.currency, b.delivered_currency),
       coalesce(b.gross, b.delivered), coalesce(b.trail::jsonb ->> 'area', ''), coalesce(b.trail::jsonb ->> 'treatment', '')
from booking b join shop_order o using (company_id, order_id);

insert into booking_posting (company_id, booking_id, account, template, ruleset, account_name, net, vat)
select b.company_id, b.booking_id, coalesce(why.line ->> 'account', line #>> '{account,account}'), coalesce(why.line ->> 'template', ''),
       coalesce(why.line ->> 'ruleset', ''), coalesce(max(why.line ->> 'accountName'), ''),
       sum(sign * split_part(line #>> '{expected,net}', ' ', 2)::numeric), sum(sign * split_part(line #>> '{expected,vat}', ' ', 2)::numeric)
from booking b
cross join lateral (select case b.document_type when 'CREDIT_NOTE' then -1 else 1 end as sign) as s
cross join lateral jsonb_array_elements(b.draft::jsonb -> 'lines') as line
left join lateral (
    select why as line from jsonb_array_elements(b.trail::jsonb -> 'lines') as why where why ->> 'orderLine' = line ->> 'orderLine' limit 1
) as why on true
where b.draft is not null
group by 1, 2, 3, 4, 5;

create index booking_sale_by_number on booking_sale (company_id, number_key, booking_id);
create index booking_sale_by_name on booking_sale (company_id, customer_sort, booking_id);
create index booking_sale_by_amount on booking_sale (company_id, (coalesce(amount, 0)), booking_id);
create index booking_posting_by_account on booking_posting (company_id, account, booking_id);
create index booking_posting_by_template on booking_posting (company_id, template, booking_id);
