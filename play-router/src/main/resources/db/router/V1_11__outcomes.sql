-- Runs of plays in two arms, and looks back at them. The columns are constants or null for the rows that are there, so that no row is
-- written; each index holds up writers of its table while it is built, which for tables of this size is seconds.
alter table play_run
    -- treated, or holdout: for comparison nobody got a task
    add column arm           text not null default 'treated',
    -- Of a run that is held out: when its play gives up, and its signals that are open. A treated run has a task for these.
    add column give_up_at    timestamptz,
    add column open_episodes jsonb,
    -- Of the account when the run began, milli-points; null when unknown.
    add column start_score   bigint;
create index play_run_held_out on play_run (account_id) where arm = 'holdout' and ended_at is null;
create index play_run_give_up on play_run (give_up_at) where arm = 'holdout' and ended_at is null;
create index play_run_started on play_run (started_at);
create index play_run_ended on play_run (ended_at) where ended_at is not null;

-- How an account stood when a run on it ended (days 0), and how it stands 30, 60 and 90 days later: due until it was told. The primary
-- key makes each happen once.
create table outcome_look (
    play_run_id  uuid        not null references play_run,
    days         integer     not null,
    due_at       timestamptz not null,
    -- By the real clock, after a failure.
    retry_at     timestamptz,
    told_at      timestamptz,
    score        bigint,
    grade        text,
    stage        text,
    arr_minor    bigint,
    arr_currency text,
    open_risks   jsonb,
    touched      boolean,
    renewed      boolean,
    churned      boolean,
    merged_into  text,
    primary key (play_run_id, days)
);
create index outcome_look_due on outcome_look (due_at) where told_at is null;

-- Runs that ended before are looked back at, too, where the day is still to come.
insert into outcome_look (play_run_id, days, due_at)
select play_run_id, days, ended_at + make_interval(hours => days * 24)
from play_run cross join (values (30), (60), (90)) as look (days)
where ended_at + make_interval(hours => days * 24) > playcaller_now();

-- The account into which this one was merged; null for none.
alter table account
    add column merged_into text;

-- What looks back need of contracts: the newest days of theirs. Of two versions the higher wins.
create table contract (
    contract_id text primary key,
    account_id  text    not null,
    version     bigint  not null,
    -- False when it never was, whatever else is said of it.
    stands      boolean not null,
    renewed_on  date,
    churned_on  date
);
create index contract_of_account on contract (account_id);

-- For what is removed after its time.
create index task_of_run on task (play_run_id);
create index signal_closed on signal (changed_at) where not open;

-- Where the account is, for hours of its day.
alter table account
    add column zone text;

-- People of customers by their random id, and nothing that names them: whether they may be written to, whether they refused it by a way
-- out of a message, and when they were written to. A tombstone of the person takes all of it away.
create table contact (
    person_id   text primary key,
    version     bigint  not null,
    account_id  text,
    may_contact boolean not null
);

create table contact_refusal (
    person_id  text primary key,
    refused_at timestamptz not null
);

create table contact_message (
    message_id uuid primary key,
    person_id  text        not null,
    template   text        not null,
    sent_at    timestamptz not null
);
create index contact_message_of on contact_message (person_id, sent_at);
create index contact_message_old on contact_message (sent_at);

-- What the new columns of account and the table contract want to know was said before they were there, and of equal versions none is
-- written twice. So versions begin again, and play-router reads account-register from its beginning, once, in a consumer group of its
-- own. The tier comes with health, which says it again only when it changes; until then it is the one of the account's newest signal.
-- Writes each account once and reads each signal once: some seconds for 100,000 accounts and a million signals. Names and owners stay
-- as they are meanwhile.
update account set version = 0, tier = coalesce(account.tier, said.tier)
from account as every
left join (select distinct on (account_id) account_id, body #>> '{account,profile,tier}' as tier from signal
           where body #>> '{account,profile,tier}' is not null
           order by account_id, changed_at desc) as said on said.account_id = every.account_id
where account.account_id = every.account_id;
