-- What waits is summed and searched whenever it is looked at: ten thousand of a million are found and read without the rest.
create index booking_held on booking (company_id, booking_id)
    include (document_type, currency, gross, delivered_currency, delivered) where state = 'HELD';
