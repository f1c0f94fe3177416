-- The audit trail of each company: numbered without a gap, each row sealed by a hash over itself and the row before.

create table activity (
    company_id uuid not null,
    number     bigint not null check (number > 0),
    at         timestamptz not null,
    who        text not null,
    -- what kind of thing it is about, and which one
    subject    text not null,
    subject_id text not null,
    verb       text not null,
    -- a JSON array of texts, hashed exactly as it stands here
    facts      text not null,
    hash       bytea not null check (length(hash) = 32),
    primary key (company_id, number)
);

create index activity_of_subject on activity (company_id, subject, subject_id, number);

-- Where a company's chain ends. Whoever writes locks this row last of all, so that writers take turns and never wait in a circle.
create table activity_head (
    company_id uuid not null,
    number     bigint not null,
    hash       bytea not null check (length(hash) = 32),
    primary key (company_id)
) with (fillfactor = 50);

-- Nothing that was written may change: not by the application, which owns the table and therefore gives the right away ...
revoke update, delete, truncate on activity from current_user;

-- ... and not by anybody who takes it back or is above rights.
create function refuse_to_change_activity() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger activity_is_append_only before update or delete on activity
    for each row execute function refuse_to_change_activity();

create trigger activity_is_never_emptied before truncate on activity
    for each statement execute function refuse_to_change_activity();
