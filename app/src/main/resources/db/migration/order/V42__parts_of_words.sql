-- A search finds a word by any part of it. Each different word stands here about once, whatever number of orders have it; the orders are found by
-- order_word as before. Two that write the same new word at once both write it, which is why an order's id is in the key: nobody waits for
-- anybody. Both extensions come with PostgreSQL (contrib) and may be created by the owner of a database.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table search_word (
    company_id uuid not null,
    word       text collate "C" not null,
    order_id   uuid not null,
    primary key (company_id, word, order_id)
);

insert into order_word (company_id, word, placed_at, order_id)
select distinct o.company_id, left(lower(line ->> 'sku'), 100), o.placed_at, o.order_id
from shop_order o
join order_revision r using (company_id, order_id, revision)
cross join lateral jsonb_array_elements(r.content::jsonb -> 'lines') as line
where trim(line ->> 'sku') <> ''
on conflict do nothing;

insert into search_word (company_id, word, order_id)
select distinct on (company_id, word) company_id, word, order_id from order_word order by company_id, word, order_id;

create index search_word_parts on search_word using gin (company_id, word gin_trgm_ops);

-- Some words that have a text further in than at their beginning. Only the index of parts may answer: where many words fit, a planner that has
-- been told that a few are enough hopes to meet them soon by reading on and on.
create function search_words_with(company uuid, pattern text, beginning text, most integer) returns setof text
    language sql stable
    set enable_seqscan = off
    set enable_indexscan = off
    set enable_indexonlyscan = off
    as $$
        select distinct found.word
        from (select w.word from search_word w
              where w.company_id = company and w.word like pattern and not starts_with(w.word, beginning) limit most) as found
    $$;
