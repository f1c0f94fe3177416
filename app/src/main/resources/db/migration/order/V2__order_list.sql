-- The list of orders, newest purchase first, whatever it is narrowed by. A page is put together from one short stretch for each shop and state,
-- so two indexes serve every combination of shop, state, country and days.

alter table shop_order add column gross numeric;

update shop_order o set gross = split_part(r.content::jsonb -> 'stated' ->> 'gross', ' ', 2)::numeric
from order_revision r
where r.company_id = o.company_id and r.order_id = o.order_id and r.revision = o.revision;

drop index shop_order_by_number;
drop index shop_order_by_state;

create index shop_order_list on shop_order (company_id, order_integration_id, state, placed_at, order_id);
create index shop_order_list_of_country on shop_order (company_id, country, order_integration_id, state, placed_at, order_id);

-- What an order is searched by: its number, its customer's names from each word on, e-mail address, telephone. In lower case; compared byte by
-- byte, so that the beginning of a word is a stretch of the primary key.
create table order_word (
    company_id uuid        not null,
    word       text        collate "C" not null,
    placed_at  timestamptz not null,
    order_id   uuid        not null,
    primary key (company_id, word, placed_at, order_id),
    foreign key (company_id, order_id) references shop_order
);

insert into order_word (company_id, word, placed_at, order_id)
select company_id, left(word, 100), placed_at, order_id
from (
    select o.company_id, o.placed_at, o.order_id, lower(ltrim(o.number, '#')) as word
    from shop_order o
    union
    select o.company_id, o.placed_at, o.order_id, lower(r.content::jsonb -> 'customer' ->> 'email')
    from shop_order o join order_revision r using (company_id, order_id, revision)
    union
    select o.company_id, o.placed_at, o.order_id, array_to_string(part.words[at.at :], ' ')
    from shop_order o
    join order_revision r using (company_id, order_id, revision)
    cross join lateral (values (r.content::jsonb -> 'customer' ->> 'name'), (r.content::jsonb -> 'customer' ->> 'companyName')) as n (name)
    cross join lateral (select regexp_split_to_array(lower(trim(n.name)), '\s+') as words) as part
    cross join lateral generate_subscripts(part.words, 1) as at (at)
) as told
where word <> ''
on conflict do nothing;
