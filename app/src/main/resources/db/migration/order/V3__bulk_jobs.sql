-- Many orders handled, or many deliveries undone, in one go. A job goes through its items in turn; how far it is stands in the job and is
-- committed together with what was done, so that a job that is cut off goes on where it was.
create table bulk_job (
    company_id  uuid        not null,
    job_id      uuid        not null,
    kind        text        not null,
    undo_of     uuid,
    who         text        not null,
    asked_at    timestamptz not null,
    state       text        not null,
    total       integer     not null,
    next        integer     not null default 1,
    handled     integer     not null default 0,
    passed      integer     not null default 0,
    failed      integer     not null default 0,
    finished_at timestamptz,
    primary key (company_id, job_id),
    foreign key (company_id, undo_of) references bulk_job
) with (fillfactor = 50);

create index bulk_job_running on bulk_job (company_id, job_id) where state = 'RUNNING';

create table bulk_item (
    company_id     uuid    not null,
    job_id         uuid    not null,
    position       integer not null,
    order_id       uuid    not null,
    fulfillment_id uuid,
    state          text    not null,
    reason         text    not null default '',
    primary key (company_id, job_id, position),
    foreign key (company_id, job_id) references bulk_job,
    foreign key (company_id, order_id) references shop_order
);

create index bulk_item_by_state on bulk_item (company_id, job_id, state, position);

create index bulk_job_by_undone on bulk_job (company_id, undo_of, job_id) where undo_of is not null;
