-- What a change said is kept once: the record of health-changes, whole, as the bytes that Kafka is told. Nobody asks PostgreSQL
-- what stands in it while it is written, so it is not parsed to be stored. Until here two parts of it stood here as json, and
-- the newest whole in account_state besides; of rows from before they stay. A replica of before, for as long as it runs beside
-- newer ones, finds no contributions in rows that a newer one wrote.
--
-- Locks health_history, account_state and the view for as long as this transaction takes, which rewrites nothing and reads no
-- row: milliseconds, once the transactions that are under way have ended.
alter table health_history add column said bytea;
alter table health_history alter column contributions set default '[]';

-- Which version of this service wrote the columns that lists show: a step that moves none of them writes the state only, if
-- they are whole. 0: a replica of before wrote them, or not all of them.
alter table account_state add column listed smallint not null default 0;

-- Rows of up to 8 KB are stored as they came: PostgreSQL compresses the values of a row of more than some 2 KB and moves them to
-- another table, and each step of an account would pay for that again. Rows that are there keep their form until their next step.
alter table health_history set (toast_tuple_target = 8160);

-- Most steps move no column that an index is over: with room in its page the row's next version costs the indexes nothing.
alter table account_state set (toast_tuple_target = 8160, fillfactor = 85);

-- The boundary moves with almost every step, and almost every account has one: whoever claims a partition reads its accounts by
-- account_state_of_partition as fast.
drop index account_state_boundary;

-- Whole, as it was said last: what a replica of before wrote stands in account_state, until a newer one says something.
drop view account_listed;
create view account_listed as
select account_id, name, score, grade, segment, tier, stage, arr_minor, arr_currency, changed_at, confidence,
       owners, owners_from, owners_until, merged_into, merged_since, no_score,
       coalesce((select convert_from(h.said, 'UTF8')::json
                   from health_history h
                  where h.account_id = account_state.account_id
                  order by h.rev desc limit 1), health) as health
  from account_state
union all
select q.account_id, null, null, null, null, null, null, null, null, null, null,
       null, null, null, null, null, null, null
  from quarantine q
 where not exists (select 1 from account_state a where a.account_id = q.account_id);
