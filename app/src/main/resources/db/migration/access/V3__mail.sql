-- Letters to be sent. The company is null where a letter is about a person and not about one company: a new password.
create table mail (
    mail_id     uuid        not null,
    company_id  uuid references company,
    recipient   text        not null,
    subject     text        not null,
    -- emptied once the letter is sent or given up: it may hold a link that opens a door
    body        text        not null,
    state       text        not null check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts    integer     not null default 0,
    failure     text        not null default '',
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    finished_at timestamptz,
    primary key (mail_id)
);

create index mail_due on mail (due_at) where state = 'WAITING';
create index mail_of_company on mail (company_id, mail_id);
