-- When a company is told of trouble, and in which language.
create table alarm_setting (
    company_id     uuid    not null,
    language       text    not null,
    down_minutes   integer not null,
    unbooked_hours integer not null,
    silent_hours   integer not null,
    primary key (company_id)
);

-- Who wants to be told of what, where it is not as their role has it.
create table alarm_wish (
    company_id uuid    not null,
    user_id    uuid    not null,
    trouble    text    not null,
    wanted     boolean not null,
    primary key (company_id, user_id, trouble)
);

-- Trouble that people were told of and that is not over.
create table alarm_open (
    company_id uuid        not null,
    trouble    text        not null,
    -- which integration or shop; empty for trouble of the whole company
    subject    text        not null,
    name       text        not null,
    since      timestamptz not null,
    -- the last morning on which those concerned were reminded
    told_on    date        not null,
    primary key (company_id, trouble, subject)
);
