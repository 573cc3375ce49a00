-- What lists of accounts show and filter by. A row from before has what its newest announced score says; who owns it,
-- whether it was merged and why it has no score is known after its next step.
alter table account_state
    add column tier         text,
    add column stage        text,
    -- millionths
    add column confidence   integer,
    -- who of our people holds a role, in three lists of one length: [from, until)
    add column owners       text[],
    add column owners_from  date[],
    add column owners_until date[],
    -- the account into which this one is merged now
    add column merged_into  text collate "C",
    add column merged_since timestamptz,
    -- why the engine has no score; null with one
    add column no_score     text;

update account_state a
   set tier = h.said -> 'profile' ->> 'tier',
       stage = h.said -> 'profile' ->> 'stage',
       confidence = (h.said ->> 'confidence')::integer
  from (select account_id, replace(health::text, '\u0000', '\ufffd')::json as said
          from account_state where health is not null) h
 where a.account_id = h.account_id;

create index account_state_unscored on account_state (account_id) where score is null;
create index account_state_merged on account_state (merged_into, account_id) where merged_into is not null;
create index account_state_owned on account_state using gin (owners);

-- Every account that anything came of: also one whose first fact could not be folded, which has no state.
create view account_listed as
select account_id, name, score, grade, segment, tier, stage, arr_minor, arr_currency, changed_at, confidence,
       owners, owners_from, owners_until, merged_into, merged_since, no_score, health
  from account_state
union all
select q.account_id, null, null, null, null, null, null, null, null, null, null,
       null, null, null, null, null, null, null
  from quarantine q
 where not exists (select 1 from account_state a where a.account_id = q.account_id);

-- The reasons of an episode, the one that people see first in front. A replica of before writes none.
alter table signal add column reasons text[] not null default '{}';

update signal
   set reasons = array_prepend(replace(signal::text, '\u0000', '\ufffd')::json ->> 'reason',
                               array(select json_array_elements_text(
                                         replace(signal::text, '\u0000', '\ufffd')::json -> 'alsoReasons')));

create index signal_open_reasons on signal using gin (reasons) where is_open;

-- How far history was thinned, and where the walk over the accounts stands that does the next days; one row.
create table history_sweep (
    only_one       boolean     primary key default true check (only_one),
    thinned_to     timestamptz,
    -- null between two walks
    thinning_to    timestamptz,
    after_account  text collate "C" not null default ''
);
insert into history_sweep default values;

-- The changes of an account that became known on some days. Nothing needs the other index: an account's changes are read
-- from the newest announcement back, by the primary key.
create index health_history_by_known on health_history (account_id, known_at, rev);
drop index health_history_by_time;
