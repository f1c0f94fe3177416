-- What VAT returns ask: the rate of each posting, and the VAT number on a document to a business.
alter table booking_posting add column rate numeric;
alter table booking_sale add column vat_number text not null default '';

-- Postings of documents that are there already are written again, apart by rate.
alter table booking_posting drop constraint booking_posting_pkey;
delete from booking_posting;
insert into booking_posting (company_id, booking_id, account, template, ruleset, account_name, rate, net, vat)
select b.company_id, b.booking_id, coalesce(why.line ->> 'account', line #>> '{account,account}'), coalesce(why.line ->> 'template', ''),
       coalesce(why.line ->> 'ruleset', ''), coalesce(max(why.line ->> 'accountName'), ''), (line ->> 'rate')::numeric,
       sum(sign * split_part(line #>> '{expected,net}', ' ', 2)::numeric), sum(sign * split_part(line #>> '{expected,vat}', ' ', 2)::numeric)
from booking b
cross join lateral (select case b.document_type when 'CREDIT_NOTE' then -1 else 1 end as sign) as s
cross join lateral jsonb_array_elements(b.draft::jsonb -> 'lines') as line
left join lateral (
    select why as line from jsonb_array_elements(b.trail::jsonb -> 'lines') as why where why ->> 'orderLine' = line ->> 'orderLine' limit 1
) as why on true
where b.draft is not null
group by 1, 2, 3, 4, 5, 7;
alter table booking_posting alter column rate set not null;
alter table booking_posting add primary key (company_id, booking_id, account, template, ruleset, rate);

update booking_sale s set vat_number = b.draft::jsonb #>> '{buyer,registrationNumber}', country = b.draft::jsonb #>> '{buyer,country}'
from booking b
where b.company_id = s.company_id and b.booking_id = s.booking_id and b.draft is not null;
