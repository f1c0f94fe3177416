-- Where each document stands in the books, as last read there: DRAFT, APPROVED, VOIDED or GONE; nothing where no document was made.
alter table booking add column standing text;
alter table booking add column standing_read_at timestamptz;

update booking set standing = case when approved then 'APPROVED' else 'DRAFT' end, standing_read_at = changed_at where invoice_id is not null;

alter table booking drop column approved;

create index booking_by_standing on booking (company_id, standing, booking_id) where standing is not null;
create index booking_by_invoice on booking (company_id, accounting_integration_id, invoice_id) where invoice_id is not null;

-- A booking whose document was taken away again (an undone draft) is closed, and neither skipped nor settled.
alter table booking_day add column taken_back bigint not null default 0;

-- The documents of settled bookings, by where they stand: one day, shop, kind and currency. Kept as bookings and documents change, in the
-- same transaction. Amounts are positive on credit notes too.
create table booking_document (
    company_id           uuid    not null,
    day                  date    not null,
    order_integration_id uuid    not null,
    document_type        text    not null,
    standing             text    not null,
    currency             char(3) not null,
    documents            bigint  not null,
    gross                numeric not null,
    primary key (company_id, day, order_integration_id, document_type, standing, currency)
);

create index booking_document_some on booking_document (company_id, standing, day) where documents <> 0;

insert into booking_document
select company_id, day, order_integration_id, document_type, standing, currency, count(*), sum(gross)
from booking where state = 'SETTLED' and standing is not null and gross is not null
group by 1, 2, 3, 4, 5, 6;
