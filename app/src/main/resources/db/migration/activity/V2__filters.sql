-- What people did, and what was done to rare things, is little beside the bookings the program settles; these indexes hold only that.
-- Everything else is dense enough to be read by its number.
create index activity_by_person on activity (company_id, who, number) where who <> 'ordrebro';
create index activity_by_rare_subject on activity (company_id, subject, number) where subject not in ('order', 'booking');
