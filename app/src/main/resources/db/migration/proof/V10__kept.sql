-- What stands where, kept as orders and bookings change and in the same transaction: the proof never has to count them.

-- An order and how much of it is handled.
create table proof_order (
    company_id           uuid    not null,
    order_id             uuid    not null,
    order_integration_id uuid    not null,
    number               text    not null,
    customer             text    not null,
    -- in Copenhagen
    placed               date    not null,
    currency             char(3) not null,
    -- with VAT as the shop tells it now; null where its words do not tell
    gross                numeric,
    -- of deliveries, less what was taken back to be handled anew; in the currency it was delivered in
    delivered            numeric not null,
    delivered_currency   char(3) not null,
    -- pieces to deliver, and those delivered
    pieces               numeric not null,
    done                 numeric not null,
    primary key (company_id, order_id)
);

create index proof_order_open on proof_order (company_id, placed, order_id)
    where gross is null or gross <> delivered or currency <> delivered_currency;

create table proof_booking (
    company_id                uuid    not null,
    booking_id                uuid    not null,
    order_id                  uuid    not null,
    order_integration_id      uuid    not null,
    -- all zeros while the shop is bound nowhere
    accounting_integration_id uuid    not null,
    number                    text    not null,
    customer                  text    not null,
    placed                    date    not null,
    day                       date    not null,
    -- SALE, REFUND, UNDO or RETURN
    part                      text    not null,
    place                     text    not null,
    currency                  char(3) not null,
    -- both with VAT and signed: by the shop's words, and of the document; null where nobody can say
    delivered                 numeric,
    amount                    numeric,
    -- VAT of the document, and as the shop stated it where the delivery is the whole order
    vat                       numeric,
    shop_vat                  numeric,
    primary key (company_id, booking_id)
);

create index proof_booking_by_day on proof_booking (company_id, place, day, booking_id);
create index proof_booking_by_placed on proof_booking (company_id, place, placed, booking_id);
create index proof_booking_by_order on proof_booking (company_id, order_id);

-- Sums of both tables. Orders count on the day they were placed.
create table proof_sum (
    company_id                uuid    not null,
    day                       date    not null,
    order_integration_id      uuid    not null,
    accounting_integration_id uuid    not null,
    currency                  char(3) not null,
    place                     text    not null,
    part                      text    not null,
    placed                    date    not null,
    n                         bigint  not null,
    -- how many of them nobody can put an amount on
    unknown                   bigint  not null,
    delivered                 numeric not null,
    amount                    numeric not null,
    -- VAT of documents less the VAT the shop stated
    vat_apart                 numeric not null,
    primary key (company_id, day, order_integration_id, accounting_integration_id, currency, place, part, placed)
) with (fillfactor = 60);

create index proof_sum_by_placed on proof_sum (company_id, placed, day);
create index proof_sum_waiting on proof_sum (company_id, place, day) where place in ('HELD', 'UNDERWAY') and n <> 0;

-- Kroner for one unit of another currency: what the books or the shop used on a day.
create table proof_rate (
    company_id uuid    not null,
    currency   char(3) not null,
    day        date    not null,
    -- LEDGER or SHOP
    source     text    not null,
    rate       numeric not null,
    primary key (company_id, currency, day, source)
);

-- What the books said when a day was last compared.
create table proof_ledger (
    company_id                uuid        not null,
    accounting_integration_id uuid        not null,
    day                       date        not null,
    order_integration_id      uuid        not null,
    -- bookings with a document as we saw them then, and their sums: JSON by currency, as all sums here
    settled                   bigint      not null,
    expected                  text        not null,
    documents                 bigint      not null,
    drafts                    bigint      not null,
    invoiced                  text        not null,
    -- of documents whose booking is held
    held                      text        not null,
    missing                   bigint      not null,
    extra                     bigint      not null,
    -- books less bookings, and the same with every difference counted as positive
    difference                text        not null,
    apart                     text        not null,
    vat_apart                 text        not null,
    checked_at                timestamptz not null,
    primary key (company_id, accounting_integration_id, day, order_integration_id)
);

insert into proof_ledger
select company_id, accounting_integration_id, day, order_integration_id, settled, invoiced, invoices, 0, invoiced, '{"byCurrency":{}}', missing, extra,
       difference, difference, '{"byCurrency":{}}', checked_at
from proof_day;

drop table proof_day;

alter table proof_finding
    add column booking_id uuid,
    add column order_id uuid,
    add column order_number text not null default '',
    add column customer text not null default '',
    add column currency char(3),
    -- books less bookings
    add column amount numeric;

-- What is there already.
insert into proof_order
select o.company_id, o.order_id, o.order_integration_id, o.number, o.customer, (o.placed_at at time zone 'Europe/Copenhagen')::date, o.currency,
       o.gross, coalesce(b.delivered, 0), o.currency, 1, case when o.state = 'HANDLED' then 1 else 0 end
from shop_order o
left join (
    select b.company_id, b.order_id,
           sum(coalesce(b.delivered, 0) * case when b.document_type = 'CREDIT_NOTE' then -1 else 1 end) as delivered
    from booking b join fulfillment f using (company_id, fulfillment_id)
    where f.return_of is null or f.reopens
    group by 1, 2) as b using (company_id, order_id);

insert into proof_booking
select b.company_id, b.booking_id, b.order_id, b.order_integration_id,
       coalesce(b.accounting_integration_id, '00000000-0000-0000-0000-000000000000'), b.order_number, o.customer,
       (o.placed_at at time zone 'Europe/Copenhagen')::date, b.day,
       case when b.return_of is null then case b.document_type when 'INVOICE' then 'SALE' else 'REFUND' end
            when f.reopens then 'UNDO' else 'RETURN' end,
       case b.state when 'SETTLED' then case b.standing when 'APPROVED' then 'APPROVED' when 'VOIDED' then 'GONE' when 'GONE' then 'GONE' else 'DRAFT' end
            when 'HELD' then 'HELD'
            when 'SKIPPED' then case when b.reasons like '%"BEFORE_START"%' then 'BEFORE_START' else 'SKIPPED' end
            when 'TAKEN_BACK' then 'TAKEN_BACK'
            else 'UNDERWAY' end,
       coalesce(b.currency, b.delivered_currency, o.currency), s.sign * b.delivered, s.sign * coalesce(b.gross, b.delivered), s.sign * b.vat, null
from booking b
join shop_order o using (company_id, order_id)
join fulfillment f using (company_id, fulfillment_id)
cross join lateral (select case b.document_type when 'CREDIT_NOTE' then -1 else 1 end as sign) as s;

insert into proof_sum
select company_id, day, order_integration_id, accounting_integration_id, currency, place, part, placed, count(*), count(*) filter (where amount is null),
       sum(coalesce(delivered, amount, 0)), sum(coalesce(amount, 0)), 0
from proof_booking group by 1, 2, 3, 4, 5, 6, 7, 8;

insert into proof_sum
select company_id, placed, order_integration_id, '00000000-0000-0000-0000-000000000000'::uuid, currency, place, 'SALE', placed, count(*),
       count(*) filter (where gross is null), sum(worth), sum(worth), 0
from proof_order
cross join lateral (values
    ('RECEIVED', coalesce(gross, delivered), true),
    ('UNHANDLED', coalesce(gross - delivered, 0), done < pieces),
    ('EDITED', coalesce(gross - delivered, 0), done >= pieces and gross <> delivered)) as v (place, worth, counts)
where counts
group by 1, 2, 3, 4, 5, 6, 7, 8;
