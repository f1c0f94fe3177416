-- An order that its shop changed after it was booked: what differs, and what a person decided. One question at most is open for an order.
create table order_edit (
    company_id           uuid        not null,
    edit_id              uuid        not null,
    order_id             uuid        not null,
    order_integration_id uuid        not null,
    order_number         text        not null,
    -- of the order, as compared
    revision             integer     not null,
    -- of the first document booked of it
    day                  date        not null,
    asked_at             timestamptz not null,
    currency             char(3)     not null,
    booked               numeric     not null,
    differences          text        not null,
    answer               text check (answer in ('MADE_RIGHT', 'LEFT')),
    who                  text,
    why                  text,
    answered_at          timestamptz,
    primary key (company_id, edit_id),
    check ((answer is null) = (answered_at is null) and (answer is null) = (who is null))
);

create unique index order_edit_open on order_edit (company_id, order_id) where answer is null;
create index order_edit_page on order_edit (company_id, edit_id) where answer is null;
create index order_edit_by_order on order_edit (company_id, order_id);
