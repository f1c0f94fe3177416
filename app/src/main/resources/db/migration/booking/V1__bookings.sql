-- The intention to make one document of one fulfillment, and what has become of it.
create table booking (
    company_id                uuid        not null,
    booking_id                uuid        not null,
    order_integration_id      uuid        not null,
    accounting_integration_id uuid,
    order_id                  uuid        not null,
    order_revision            integer     not null,
    order_number              text        not null,
    fulfillment_id            uuid        not null,
    return_of                 uuid,
    document_type             text        not null,
    reference                 text        not null,
    state                     text        not null,
    day                       date        not null,
    created_at                timestamptz not null,
    changed_at                timestamptz not null,
    due_at                    timestamptz not null,
    attempts                  integer     not null default 0,
    claim                     uuid,
    claimed_at                timestamptz,
    -- when a try began that may have made the document; a search for it does not count
    sent_at                   timestamptz,
    currency                  char(3),
    gross                     numeric,
    draft                     text,
    draft_hash                text,
    trail                     text,
    reasons                   text        not null default '[]',
    invoice_id                text,
    invoice_number            text,
    approved                  boolean     not null default false,
    primary key (company_id, booking_id),
    unique (company_id, fulfillment_id),
    unique (company_id, reference)
);

create index booking_due on booking (company_id, accounting_integration_id, due_at, booking_id) where state in ('WAITING', 'SUSPECT');
create index booking_sending on booking (company_id, accounting_integration_id) where state = 'SENDING';
create index booking_by_state on booking (company_id, state, booking_id);
create index booking_by_order on booking (company_id, order_id);
create index booking_by_day on booking (company_id, accounting_integration_id, day);

create table booking_attempt (
    company_id  uuid        not null,
    booking_id  uuid        not null,
    number      integer     not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    outcome     text,
    detail      text        not null default '',
    primary key (company_id, booking_id, number),
    foreign key (company_id, booking_id) references booking
);

-- The table db-scheduler keeps its executions in, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
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

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time on scheduled_tasks (priority desc, execution_time asc);
