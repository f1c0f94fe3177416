-- What people decided, each on its order. Nothing that was written may change; an answer that no longer counts has a row in the other table.

create table answer (
    company_id  uuid        not null,
    order_id    uuid        not null,
    answer_id   uuid        not null,
    -- name of the Kind that was asked, and the whole question as it was asked
    question    text        not null,
    facts       text        not null,
    answer_kind text        not null,
    answer      text        not null,
    who         text        not null,
    at          timestamptz not null,
    why         text        not null,
    primary key (company_id, order_id, answer_id)
);

create table answer_withdrawn (
    company_id uuid        not null,
    order_id   uuid        not null,
    answer_id  uuid        not null,
    who        text        not null,
    at         timestamptz not null,
    why        text        not null,
    primary key (company_id, order_id, answer_id),
    foreign key (company_id, order_id, answer_id) references answer
);

create function refuse_to_change_answer() returns trigger language plpgsql as $$
begin
    raise exception 'Answers are append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger answer_is_append_only before update or delete on answer
    for each row execute function refuse_to_change_answer();

create trigger answer_withdrawn_is_append_only before update or delete on answer_withdrawn
    for each row execute function refuse_to_change_answer();
