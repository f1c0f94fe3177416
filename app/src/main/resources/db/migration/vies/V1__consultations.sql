-- Every question to the EU's register of VAT numbers, with its outcome: the proof that a number was checked on a day.
create table vat_consultation (
    company_id      uuid        not null,
    consultation_id uuid        not null,
    country         text        not null,
    digits          text        not null,
    -- our own number, if it was sent
    requester       text,
    -- REGISTERED, NOT_REGISTERED or NOT_TOLD; with the last one the obstacle
    result          text        not null,
    obstacle        text,
    asked_at        timestamptz not null,
    -- the register's own number for this question
    proof           text,
    name            text,
    address         text,
    who             text        not null,
    primary key (company_id, consultation_id)
);

create index vat_consultation_by_number on vat_consultation (company_id, country, digits, asked_at);
