-- Addresses that are told what becomes of bookings.
create table webhook_endpoint (
    company_id  uuid        not null,
    endpoint_id uuid        not null,
    url         text        not null,
    -- words of webhook.Event, with commas
    events      text        not null,
    -- AES-256-GCM, bound to this very row; see Seal
    sealed      bytea       not null,
    -- ON, OFF by a person, FAILED when we switched it off
    state       text        not null,
    created_at  timestamptz not null,
    -- in a row
    failures    integer     not null default 0,
    -- nothing is sent before: it failed or asked for silence
    retry_at    timestamptz not null,
    primary key (company_id, endpoint_id)
);

-- What is to be told to one address, and what came of it.
create table webhook_delivery (
    company_id  uuid        not null,
    endpoint_id uuid        not null,
    delivery_id uuid        not null,
    event       text        not null,
    about       text        not null,
    -- JSON in UTF-8, sent byte for byte at every try
    body        bytea       not null,
    -- WAITING, DELIVERED or GIVEN_UP
    state       text        not null,
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    attempts    integer     not null default 0,
    tried_at    timestamptz,
    -- HTTP status of the last try; null when no answer came
    status      integer,
    -- what went wrong at the last try
    problem     text,
    primary key (company_id, endpoint_id, delivery_id),
    foreign key (company_id, endpoint_id) references webhook_endpoint on delete cascade
);

create index webhook_delivery_due on webhook_delivery (company_id, endpoint_id, due_at, delivery_id) where state = 'WAITING';
create index webhook_delivery_old on webhook_delivery (company_id, created_at);

-- The table db-scheduler keeps the runs in, as its documentation gives it for PostgreSQL.
create table webhook_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index webhook_tasks_execution_time on webhook_tasks (execution_time);
create index webhook_tasks_last_heartbeat on webhook_tasks (last_heartbeat);
create index webhook_tasks_priority_execution_time on webhook_tasks (priority desc, execution_time asc);
