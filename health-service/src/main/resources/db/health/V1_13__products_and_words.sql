-- The products of the newest change, each as the letter of its grade, or a dash, and its id: what lists show and are filtered by. Null
-- until the next change of an account. A replica of before does not write it: what it announced shows here with the change after.
-- Rewrites nothing; the index, of which nothing is to be put in yet, is made by reading account_state once, and the fold waits so long.
-- The view goes first, as readers come to the table through it: the other way round the two would wait for each other.
drop view account_listed;

alter table account_state add column products text[];

create index account_state_products on account_state using gin (products) where products <> '{}';

create view account_listed as
select account_id, name, score, grade, segment, tier, stage, arr_minor, arr_currency, changed_at, confidence,
       owners, owners_from, owners_until, merged_into, merged_since, no_score,
       coalesce((select convert_from(h.said, 'UTF8')::json
                   from health_history h
                  where h.account_id = account_state.account_id
                  order by h.rev desc limit 1), health) as health,
       products
  from account_state
union all
select q.account_id, null, null, null, null, null, null, null, null, null, null,
       null, null, null, null, null, null, null, null
  from quarantine q
 where not exists (select 1 from account_state a where a.account_id = q.account_id);

-- Words of an override that name somebody can be forgotten; that it was said, by whom and until when stays.
alter table score_override
    alter column because drop not null,
    add column words_erased_at timestamptz,
    -- a staff id
    add column words_erased_by text;
