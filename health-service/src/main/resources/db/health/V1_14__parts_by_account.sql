-- State and history lie in eight parts by the hash of the account, which leads every key: a part is vacuumed, analysed and reindexed
-- for itself, its indexes are an eighth, and an installation that outgrows one machine can lay parts elsewhere. RebuildTables knows how many.
--
-- Copies both tables, and holds up every reader and writer while it does: make room for both a second time.
drop view account_listed;

alter table account_state rename to account_state_whole;
alter table health_history rename to health_history_whole;
create table account_state (like account_state_whole including defaults including comments)
    partition by hash (account_id);
create table health_history (like health_history_whole including defaults including comments)
    partition by hash (account_id);

do $$
begin
    for part in 0..7 loop
        execute format('create table account_state_%1$s partition of account_state'
            ' for values with (modulus 8, remainder %1$s) with (toast_tuple_target = 8160, fillfactor = 85)', part);
        execute format('create table health_history_%1$s partition of health_history'
            ' for values with (modulus 8, remainder %1$s) with (toast_tuple_target = 8160)', part);
    end loop;
end
$$;

insert into account_state select * from account_state_whole;
insert into health_history select * from health_history_whole;
drop table account_state_whole;
drop table health_history_whole;

alter table account_state add primary key (account_id);
create index account_state_of_partition on account_state (partition, account_id);
create index account_state_by_score on account_state (score, account_id) where score is not null;
create index account_state_by_arr on account_state ((coalesce(arr_minor, -1)), account_id) where score is not null;
create index account_state_unscored on account_state (account_id) where score is null;
create index account_state_merged on account_state (merged_into, account_id) where merged_into is not null;
create index account_state_owned on account_state using gin (owners);
create index account_state_products on account_state using gin (products) where products <> '{}';

alter table health_history add primary key (account_id, rev);
create index health_history_by_known on health_history (account_id, known_at, rev);

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
