-- Undos that are not concluded: the document of what is undone may still stand. Until it does not, nobody handles the order anew.
create table order_undoing (
    company_id     uuid not null,
    order_id       uuid not null,
    fulfillment_id uuid not null,
    primary key (company_id, order_id, fulfillment_id),
    foreign key (company_id, fulfillment_id) references fulfillment
);
