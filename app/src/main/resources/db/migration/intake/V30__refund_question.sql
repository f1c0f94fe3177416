-- Money a shop paid back without saying for which pieces, and what a person said it was for.
create table refund_question (
    company_id     uuid        not null,
    refund_id      uuid        not null,
    order_id       uuid        not null,
    integration_id uuid        not null,
    order_number   text        not null,
    -- the shop's own id of the refund; with #2, #3, … where more was paid back under the same id later
    shop_key       text        not null,
    kind           text        not null check (kind in ('WHAT_FOR', 'SOLD_BEFORE')),
    paid_at        timestamptz not null,
    asked_at       timestamptz not null,
    currency       char(3)     not null,
    gross          numeric     not null check (gross > 0),
    words          text        not null,
    answer         text,
    who            text,
    why            text,
    answered_at    timestamptz,
    primary key (company_id, refund_id),
    unique (company_id, order_id, shop_key),
    check ((answer is null) = (answered_at is null) and (answer is null) = (who is null))
);

create index refund_question_open on refund_question (company_id, refund_id) where answer is null;
