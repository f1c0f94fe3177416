-- Changes that a shop's list told of without telling them whole, so that the order had to be fetched. Lists overlap and tell the same again.
create table arrival_heard (
    company_id     uuid        not null,
    integration_id uuid        not null,
    shop_order_id  text        not null,
    -- by the shop's clock
    changed_at     timestamptz not null,
    -- by ours
    heard_at       timestamptz not null,
    -- that it was heard again late enough for all of that second's changes to be in what was fetched then
    again          boolean     not null default false,
    primary key (company_id, integration_id, shop_order_id, changed_at)
);

create index arrival_heard_old on arrival_heard (heard_at);
