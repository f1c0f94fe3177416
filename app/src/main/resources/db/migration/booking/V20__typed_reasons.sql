-- Reasons become kinds with typed facts, where they were codes with texts: [{"kind":"…","facts":[{"is":"Amount","money":"DKK 12.50"}]}].
-- A text becomes a typed fact where the code tells the type and the text has that form; otherwise it stays a text.

create function typed_fact(kind text, fact text) returns jsonb language sql as $$
    select case
        when kind = 'Amount' and fact ~ '^[A-Z]{3} -?\d+(\.\d+)?$' then jsonb_build_object('is', kind, 'money', fact)
        when kind = 'Day' and fact ~ '^\d{4}-\d{2}-\d{2}$' then jsonb_build_object('is', kind, 'day', fact)
        when kind = 'Rates' and fact ~ '^\d{1,3}(\.\d+)? %(, \d{1,3}(\.\d+)? %)*$'
            then jsonb_build_object('is', kind, 'rates', to_jsonb(string_to_array(replace(fact, ' %', ''), ', ')))
        when kind = 'Rates' and fact = 'OSS' then jsonb_build_object('is', kind, 'rates', '[]'::jsonb)
        when kind = 'Country' and fact ~ '^[A-Za-z]{2}$' then jsonb_build_object('is', kind, 'code', upper(fact))
        when kind = 'Place' and fact ~ '^[A-Za-z]{2}( |$)'
            then jsonb_build_object('is', kind, 'country', left(fact, 2), 'postcode', btrim(substr(fact, 3)), 'city', '')
        when kind = 'Currency' and fact ~ '^[A-Z]{3}$' then jsonb_build_object('is', kind, 'code', fact)
        when kind = 'Count' and fact ~ '^\d+$' then jsonb_build_object('is', kind, 'count', fact::bigint)
        when kind = 'OrderNumber' then jsonb_build_object('is', kind, 'number', fact)
        when kind = 'OurReference' then jsonb_build_object('is', kind, 'reference', fact)
        when kind = 'Document' then jsonb_build_object('is', kind, 'id', fact, 'number', '')
        when kind = 'DocumentKind' and fact in ('INVOICE', 'CREDIT_NOTE') then jsonb_build_object('is', kind, 'type', fact)
        when kind = 'Account' then jsonb_build_object('is', kind, 'number', fact, 'name', '')
        when kind = 'Ruleset' then jsonb_build_object('is', kind, 'id', '', 'name', fact)
        when kind = 'Line' then jsonb_build_object('is', kind, 'key', '', 'title', fact)
        when kind = 'VatNumber' then jsonb_build_object('is', kind, 'written', fact)
        when kind = 'Person' then jsonb_build_object('is', kind, 'who', fact)
        when kind = 'TemplateOf' and fact ~ '^(Varer|Fragt|Gebyr|Gavekort|Øreafrunding) \((Indland|EU|Uden for EU)\)$'
            then jsonb_build_object(
                'is', kind,
                'kind', case split_part(fact, ' (', 1)
                    when 'Varer' then 'ITEM' when 'Fragt' then 'FREIGHT' when 'Gebyr' then 'FEE' when 'Gavekort' then 'GIFT_CARD' else 'ROUNDING' end,
                'area', case rtrim(split_part(fact, ' (', 2), ')') when 'Indland' then 'DOMESTIC' when 'EU' then 'EU' else 'OUTSIDE' end)
        else jsonb_build_object('is', 'Text', 'words', fact)
    end
$$;

create function typed_facts(kinds text[], facts jsonb) returns jsonb language sql as $$
    select coalesce(jsonb_agg(typed_fact(coalesce(kinds[n], kinds[array_length(kinds, 1)], 'Text'), fact) order by n), '[]'::jsonb)
    from jsonb_array_elements_text(facts) with ordinality as each (fact, n)
$$;

create function typed_reason(reason jsonb) returns jsonb language sql as $$
    select case
        when reason ? 'kind' then reason
        when reason ->> 'code' = 'TEMPLATE_INCOMPLETE' and jsonb_array_length(reason -> 'facts') = 2
            then jsonb_build_object('kind', 'TEMPLATE_INCOMPLETE', 'facts', jsonb_build_array(jsonb_build_object(
                'is', 'TemplateOf', 'kind', reason #>> '{facts,0}', 'area', reason #>> '{facts,1}')))
        when reason ->> 'code' = 'GIFT_CARD_TEMPLATE_MISSING'
            then jsonb_build_object('kind', 'GIFT_CARD_TEMPLATE_MISSING', 'facts', jsonb_build_array(jsonb_build_object(
                'is', 'TemplateOf', 'kind', 'GIFT_CARD', 'area', reason #>> '{facts,0}')))
        -- the accounting program's own refusal had the same name, with one fact
        when reason ->> 'code' = 'PERIOD_LOCKED' and jsonb_array_length(reason -> 'facts') < 2
            then jsonb_build_object('kind', 'PERIOD_CLOSED', 'facts', typed_facts('{Text}', reason -> 'facts'))
        else (
            select case
                when known.kinds is null
                    then jsonb_build_object('kind', 'OUTDATED', 'facts',
                        jsonb_build_array(jsonb_build_object('is', 'Text', 'words', reason ->> 'code'))
                        || typed_facts('{Text}', reason -> 'facts'))
                else jsonb_build_object('kind', reason ->> 'code', 'facts', typed_facts(known.kinds, reason -> 'facts'))
            end
            from (select case reason ->> 'code'
                when 'COUNTRY_MISSING' then '{}'::text[]
                when 'COUNTRY_UNKNOWN' then '{Text}'
                when 'AREA_UNSURE' then '{Place}'
                when 'ACCOUNT_GONE' then '{Account,TemplateOf}'
                when 'RULESET_GONE' then '{Ruleset,TemplateOf}'
                when 'RATE_DISAGREES' then '{Line,Rates,Rates,Ruleset}'
                when 'TAX_CHARGED_ON_EXPORT' then '{Country}'
                when 'VAT_NUMBER_INVALID' then '{VatNumber}'
                when 'VAT_NUMBER_UNVERIFIED' then '{VatNumber}'
                when 'FOREIGN_VAT' then '{Country,Rates}'
                when 'CURRENCY_DECIMALS' then '{Currency}'
                when 'TOTAL_DISAGREES' then '{Amount}'
                when 'VAT_DISAGREES' then '{Amount}'
                when 'NEGATIVE_LINE' then '{Line,Amount}'
                when 'DISCOUNT_TOO_LARGE' then '{Line,Amount}'
                when 'PERIOD_LOCKED' then '{Day}'
                when 'ORIGINAL_UNKNOWN' then '{OrderNumber}'
                when 'ORIGINAL_NOT_BOOKED' then '{OurReference}'
                when 'ORIGINAL_SKIPPED' then '{OurReference}'
                when 'ORIGINAL_IS_DRAFT' then '{}'
                when 'STANDS_AFTER_ALL' then '{Document}'
                when 'WORTH_NOTHING' then '{}'
                when 'BEFORE_START' then '{Day}'
                when 'NOT_BOUND' then '{}'
                when 'ACCOUNTING_RETIRED' then '{Text}'
                when 'SKIPPED_BY_PERSON' then '{Text,Person}'
                when 'SEVERAL_FOUND' then '{Document}'
                when 'INVOICE_GONE' then '{}'
                when 'DIED_IN_FLIGHT' then '{}'
                when 'REFERENCE_DIFFERS' then '{OurReference}'
                when 'TYPE_DIFFERS' then '{DocumentKind}'
                when 'DATE_DIFFERS' then '{Day}'
                when 'CURRENCY_DIFFERS' then '{Currency}'
                when 'GROSS_DIFFERS' then '{Amount}'
                when 'VAT_DIFFERS' then '{Amount}'
                when 'LINE_DIFFERS' then '{Amount}'
                when 'LINES_DIFFER' then '{Count}'
                when 'RATE_DIFFERS' then '{Rates}'
                when 'KEY_REFUSED' then '{Text}'
                when 'COMPANY_CLOSED' then '{Text}'
                when 'MANUAL_NUMBERING' then '{Text}'
                when 'ACCOUNT_UNUSABLE' then '{Text}'
                when 'RULESET_MISSING' then '{Text}'
                when 'INVOICE_TO_CREDIT_MISSING' then '{Text}'
                when 'REJECTED' then '{Text}'
                when 'THROTTLED' then '{Text}'
                when 'UNREACHABLE' then '{Text}'
                when 'NO_ANSWER' then '{Text}'
                when 'ODD_ANSWER' then '{Text}'
            end as kinds) as known)
    end
$$;

update booking
set reasons = (select jsonb_agg(typed_reason(reason) order by n) from jsonb_array_elements(reasons::jsonb) with ordinality as each (reason, n))::text
where reasons <> '[]';

-- The codes of those that were renamed are counted anew.
create temporary table renamed on commit drop as
select distinct b.company_id, b.booking_id, b.state, reason ->> 'kind' as kind
from booking b, lateral jsonb_array_elements(b.reasons::jsonb) as reason
where b.state in ('HELD', 'SKIPPED') and reason ->> 'kind' in ('PERIOD_CLOSED', 'OUTDATED');

insert into booking_hold
select company_id, booking_id, kind, b.changed_at from renamed join booking b using (company_id, booking_id) where b.state = 'HELD'
on conflict do nothing;

delete from booking_hold h using renamed
where h.company_id = renamed.company_id and h.booking_id = renamed.booking_id
  and not exists (select 1 from booking b, lateral jsonb_array_elements(b.reasons::jsonb) as reason
                  where b.company_id = h.company_id and b.booking_id = h.booking_id and reason ->> 'kind' = h.code);

delete from booking_count where code <> '' and company_id in (select company_id from renamed);

insert into booking_count
select company_id, state, reason ->> 'kind', count(distinct booking_id)
from booking, lateral jsonb_array_elements(reasons::jsonb) as reason
where state in ('HELD', 'SKIPPED') and company_id in (select company_id from renamed)
group by 1, 2, 3;

drop function typed_reason(jsonb);
drop function typed_facts(text[], jsonb);
drop function typed_fact(text, text);
