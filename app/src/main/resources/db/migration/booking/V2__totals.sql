-- Totals that are kept as bookings change, in the same transaction, so that no page has to count bookings.

-- One day of one shop: bookings by the day of their fulfillment. Under way is what is left of handled.
create table booking_day (
    company_id           uuid    not null,
    day                  date    not null,
    order_integration_id uuid    not null,
    handled              bigint  not null,
    settled              bigint  not null,
    held                 bigint  not null,
    skipped              bigint  not null,
    primary key (company_id, day, order_integration_id)
);

-- What was settled: one day, area and currency. Credit notes count with a minus.
create table booking_turnover (
    company_id uuid    not null,
    day        date    not null,
    -- empty where the trail names none
    area       text    not null,
    currency   char(3) not null,
    documents  bigint  not null,
    net        numeric not null,
    vat        numeric not null,
    primary key (company_id, day, area, currency)
);

-- Why held bookings are held: a row for each reason of each of them, and none of any other booking.
create table booking_hold (
    company_id uuid        not null,
    booking_id uuid        not null,
    code       text        not null,
    since      timestamptz not null,
    primary key (company_id, booking_id, code)
);

create index booking_hold_by_code on booking_hold (company_id, code, booking_id);
create index booking_hold_since on booking_hold (company_id, code, since);

-- How many bookings stand where, ever: UNDERWAY, HELD, SETTLED, SKIPPED; with a code, how many of them for this reason.
create table booking_count (
    company_id uuid   not null,
    bucket     text   not null,
    code       text   not null,
    n          bigint not null,
    primary key (company_id, bucket, code)
) with (fillfactor = 50);

-- How an accounting program last behaved towards us. Written when that changes, not at every call.
create table accounting_health (
    company_id                uuid        not null,
    accounting_integration_id uuid        not null,
    -- a Problem.Code; empty when it answers
    code                      text        not null,
    detail                    text        not null,
    since                     timestamptz not null,
    primary key (company_id, accounting_integration_id)
);

-- What the accounting program answered, as it was read.
alter table booking_attempt add column answer text;

create index booking_by_shop on booking (company_id, order_integration_id, booking_id);
create index booking_of_day on booking (company_id, day, booking_id);
create index booking_by_order_number on booking (company_id, order_number);
create index booking_by_invoice_number on booking (company_id, invoice_number) where invoice_number is not null;

-- What is there already is counted once.
insert into booking_day
select company_id, day, order_integration_id, count(*), count(*) filter (where state = 'SETTLED'),
       count(*) filter (where state = 'HELD'), count(*) filter (where state = 'SKIPPED')
from booking group by 1, 2, 3;

insert into booking_turnover
select company_id, day, coalesce(trail::jsonb ->> 'area', ''), currency, count(*),
       sum(sign * split_part(draft::jsonb #>> '{expected,net}', ' ', 2)::numeric),
       sum(sign * split_part(draft::jsonb #>> '{expected,vat}', ' ', 2)::numeric)
from booking, lateral (select case document_type when 'CREDIT_NOTE' then -1 else 1 end as sign) as s
where state = 'SETTLED' and draft is not null
group by 1, 2, 3, 4;

insert into booking_hold
select distinct company_id, booking_id, reason ->> 'code', changed_at
from booking, lateral jsonb_array_elements(reasons::jsonb) as reason
where state = 'HELD';

insert into booking_count
select company_id, case when state in ('WAITING', 'SENDING', 'SUSPECT') then 'UNDERWAY' else state end, '', count(*)
from booking group by 1, 2;

insert into booking_count
select company_id, state, reason ->> 'code', count(distinct booking_id)
from booking, lateral jsonb_array_elements(reasons::jsonb) as reason
where state in ('HELD', 'SKIPPED')
group by 1, 2, 3;
