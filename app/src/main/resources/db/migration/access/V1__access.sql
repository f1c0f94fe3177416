-- Who may do what. company_id leads every key that belongs to one company; a user, a session and a failed sign-in belong to none.

create table company (
    company_id uuid not null,
    name       text not null check (name <> ''),
    created_at timestamptz not null,
    primary key (company_id)
);

create table app_user (
    user_id       uuid not null,
    -- as typed; one account for each address whatever its capitals
    email         text not null check (email like '%_@_%'),
    name          text not null,
    password_hash text not null,
    created_at    timestamptz not null,
    primary key (user_id)
);

create unique index app_user_email on app_user (lower(email));

create table membership (
    company_id uuid not null references company,
    user_id    uuid not null references app_user,
    role       text not null check (role in ('OWNER', 'BOOKKEEPER', 'WAREHOUSE', 'READ_ONLY')),
    since      timestamptz not null,
    primary key (company_id, user_id)
);

create index membership_of_user on membership (user_id, since);

create table api_token (
    company_id  uuid not null references company,
    token_id    uuid not null,
    name        text not null check (name <> ''),
    role        text not null check (role in ('OWNER', 'BOOKKEEPER', 'WAREHOUSE', 'READ_ONLY')),
    -- SHA-256 of the secret part; the secret has 256 random bits, so no salt and no slow hash is needed
    secret_hash bytea not null check (length(secret_hash) = 32),
    created_by  text not null,
    created_at  timestamptz not null,
    revoked_at  timestamptz,
    primary key (company_id, token_id)
);

-- Codes that let the first user in while there is none; several, because several nodes may print one each.
create table first_user_code (
    code_hash bytea not null check (length(code_hash) = 32),
    made_at   timestamptz not null,
    primary key (code_hash)
);

-- Failed sign-ins of an account or an address since its last success. Counted before the password is looked at.
create table sign_in_failure (
    subject      text not null,
    failures     integer not null check (failures > 0),
    last_at      timestamptz not null,
    locked_until timestamptz,
    primary key (subject)
);
