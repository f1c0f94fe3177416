-- Which ways of rounding VAT fit every answer of a company's ledger so far. No row: no answer told one from another.
create table ledger_arithmetic (
    company_id    uuid not null,
    accounting_id uuid not null,
    -- DOCUMENT, LINE, RATE: those possible, in this order, with commas between
    possible      text not null,
    -- reference of the document whose answer told it
    shown_by      text not null,
    shown_at      timestamptz not null,
    primary key (company_id, accounting_id)
);
