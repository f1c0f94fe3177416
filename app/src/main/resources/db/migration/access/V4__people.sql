-- Invitations, new passwords, sign-up, second factors and passkeys. Of every secret that opens a door only a hash is kept.

alter table api_token add column last_used_at timestamptz;

-- where a person of several companies was last
alter table app_user add column last_company_id uuid references company;

create table invitation (
    company_id    uuid        not null references company,
    invitation_id uuid        not null,
    email         text        not null check (email like '%_@_%'),
    role          text        not null check (role in ('OWNER', 'BOOKKEEPER', 'WAREHOUSE', 'READ_ONLY')),
    secret_hash   bytea       not null check (length(secret_hash) = 32),
    invited_by    text        not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    -- null while it is open; an open one may be too old
    outcome       text check (outcome in ('ACCEPTED', 'REVOKED')),
    primary key (company_id, invitation_id)
);

create unique index invitation_open on invitation (company_id, lower(email)) where outcome is null;

create table password_reset (
    secret_hash bytea       not null check (length(secret_hash) = 32),
    user_id     uuid        not null references app_user,
    made_at     timestamptz not null,
    primary key (secret_hash)
);

create index password_reset_of_user on password_reset (user_id);

-- People who signed up by themselves and have not shown yet that the address is theirs.
create table sign_up (
    secret_hash   bytea       not null check (length(secret_hash) = 32),
    company_name  text        not null check (company_name <> ''),
    email         text        not null check (email like '%_@_%'),
    name          text        not null check (name <> ''),
    password_hash text        not null,
    made_at       timestamptz not null,
    primary key (secret_hash)
);

create table second_factor (
    user_id      uuid not null references app_user,
    sealed       bytea not null,
    -- null until a first code has shown that the app has it
    confirmed_at timestamptz,
    -- the time step of the last code that was taken: none is taken twice
    last_step    bigint not null default 0,
    primary key (user_id)
);

create table recovery_code (
    user_id   uuid  not null references app_user,
    code_hash bytea not null check (length(code_hash) = 32),
    primary key (user_id, code_hash)
);

-- Passkeys, in the shape Spring Security's repository asks for (its user-credentials-schema-postgres.sql), with points in time.
create table user_credentials (
    credential_id                varchar(1000) not null,
    user_entity_user_id          varchar(1000) not null,
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamptz,
    last_used                    timestamptz,
    label                        varchar(1000) not null,
    primary key (credential_id)
);

create index user_credentials_of_user on user_credentials (user_entity_user_id);
