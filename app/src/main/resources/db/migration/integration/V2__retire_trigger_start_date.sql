-- Out of use for good: an integration keeps its history and books, or takes in, no more.

alter table accounting_integration
    add column retired boolean not null default false,
    add check (not (retired and active));

alter table order_integration
    add column trigger text not null default 'HANDLED',
    add column start_date date,
    add column retired boolean not null default false,
    add check (not (retired and active));
