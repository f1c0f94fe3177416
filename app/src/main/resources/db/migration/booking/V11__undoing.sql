-- Whether a credit note undoes a delivery, so that its pieces can be handled again, and not merely takes back what a customer returned.
alter table booking add column undoes boolean not null default false;
-- A person asked for the draft to be approved, one by one or together with others.
alter table booking add column approve boolean not null default false;
alter table booking add column approval_id uuid;
-- The document this booking's is made again instead of, because that one was gone: nothing is sent as long as it stands after all.
alter table booking add column instead_of text;

create index booking_by_approval on booking (company_id, approval_id) where approval_id is not null;

-- A fulfillment has one booking that counts; what was closed and made again stays beside it.
alter table booking drop constraint booking_company_id_fulfillment_id_key;
create unique index booking_of_fulfillment on booking (company_id, fulfillment_id) where state <> 'TAKEN_BACK';
create index booking_ever_of_fulfillment on booking (company_id, fulfillment_id);
