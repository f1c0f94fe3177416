-- What all shops of a company hold, newest first: one list of what waits for a person.
create index held_arrival_of_all on held_arrival (company_id, held_id) where not settled;

-- Who has seen to it, when, and how.
alter table held_arrival
    add column settled_by  text,
    add column settled_why text,
    add column settled_at  timestamptz;
