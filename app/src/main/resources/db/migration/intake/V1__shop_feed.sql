-- How far each shop has been read, and how that goes.
create table shop_feed (
    company_id          uuid        not null,
    integration_id      uuid        not null,
    -- when its next round is due
    due_at              timestamptz not null,
    -- no question before: the shop failed or asked for silence
    retry_at            timestamptz not null,
    failures            integer     not null default 0,
    problem             text,
    problem_detail      text,
    -- where to read on; page is empty when a new question begins
    since               timestamptz not null,
    page                text        not null default '',
    -- the newest change read, by the shop's clock, and when it was read, by ours
    read_until          timestamptz not null,
    read_until_moved_at timestamptz not null,
    poll_due_at         timestamptz not null,
    -- when everything up to then had been read
    polled_at           timestamptz,
    -- the last outage and when it was caught up
    gap_from            timestamptz,
    gap_until           timestamptz,
    webhooks            text,
    webhooks_due_at     timestamptz not null,
    webhooks_checked_at timestamptz,
    -- deliveries the shop dates before this are kept but not booked
    book_from           timestamptz not null,
    history_from        timestamptz,
    history_until       timestamptz,
    history_since       timestamptz,
    history_page        text        not null default '',
    history_reached     timestamptz,
    history_orders      integer     not null default 0,
    history_done_at     timestamptz,
    primary key (company_id, integration_id),
    foreign key (company_id, integration_id) references order_integration
);

create index shop_feed_due on shop_feed (company_id, due_at);

-- Webhooks as they were verified, byte for byte.
create table webhook_received (
    company_id     uuid        not null,
    integration_id uuid        not null,
    webhook_id     uuid        not null,
    received_at    timestamptz not null,
    shop_order_id  text        not null,
    body           bytea       not null,
    taken          boolean     not null default false,
    primary key (company_id, integration_id, webhook_id)
);

create index webhook_untaken on webhook_received (company_id, integration_id, webhook_id) where not taken;

-- Orders something may have happened to: to be fetched.
create table arrival (
    company_id     uuid        not null,
    integration_id uuid        not null,
    shop_order_id  text        not null,
    -- false for history, which waits for all others
    live           boolean     not null,
    due_at         timestamptz not null,
    attempts       integer     not null default 0,
    -- counts up when the order is heard of again, so that what is heard during a fetch is not forgotten with it
    heard          integer     not null default 1,
    primary key (company_id, integration_id, shop_order_id)
);

create index arrival_due on arrival (company_id, integration_id, live desc, due_at);

-- Orders that could not be understood, or ask something of a person.
create table held_arrival (
    company_id     uuid        not null,
    held_id        uuid        not null,
    integration_id uuid        not null,
    shop_order_id  text        not null,
    held_at        timestamptz not null,
    reasons        text        not null,
    raw            bytea       not null,
    -- a person has seen to it; other reasons later bring it back
    settled        boolean     not null default false,
    primary key (company_id, held_id),
    unique (company_id, integration_id, shop_order_id)
);

create index held_arrival_open on held_arrival (company_id, integration_id, held_id) where not settled;

-- The table db-scheduler keeps the rounds in, as its documentation gives it for PostgreSQL.
create table intake_tasks (
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

create index intake_tasks_execution_time on intake_tasks (execution_time);
create index intake_tasks_last_heartbeat on intake_tasks (last_heartbeat);
create index intake_tasks_priority_execution_time on intake_tasks (priority desc, execution_time asc);
