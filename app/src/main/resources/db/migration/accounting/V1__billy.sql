-- Which contact and product of Billy stands for which buyer and template, so that a draft with known ones is one call.
-- organization_id is Billy's company: a new key may open another one, and then none of the ids hold.
-- A row without an id says that making the record was begun; until its answer is seen, Billy is searched before another is made.

create table billy_product (
    company_id      uuid not null,
    accounting_id   uuid not null,
    organization_id text not null,
    title           text not null,
    sku             text not null,
    account_no      integer not null,
    ruleset_id      text not null,
    product_id      text,
    primary key (company_id, accounting_id, organization_id, title, sku, account_no, ruleset_id)
);

create table billy_contact (
    company_id      uuid not null,
    accounting_id   uuid not null,
    organization_id text not null,
    contact_no      text not null,
    contact_id      text,
    -- country and buyer type decide the VAT and never change on a contact
    country         text not null,
    buyer_type      text not null check (buyer_type in ('COMPANY', 'PERSON')),
    -- SHA-256 of name, address and numbers as last sent: tells a change without keeping who the buyer is
    details         text not null,
    primary key (company_id, accounting_id, organization_id, contact_no)
);

-- Companies whose contacts were read in full once, so that a contact missing here is missing in Billy too.
create table billy_contacts_read (
    company_id      uuid not null,
    accounting_id   uuid not null,
    organization_id text not null,
    primary key (company_id, accounting_id, organization_id)
);
