-- Filters of the list of orders that somebody gave a name; of one person, or of everybody in the company where there is none.
create table order_view (
    company_id uuid        not null,
    view_id    uuid        not null,
    user_id    uuid,
    name       text        not null,
    query      text        not null,
    created_at timestamptz not null,
    primary key (company_id, view_id)
);
