-- How renewals are worked.

-- What the register says of chances to sell more, newest of each.
create table opportunity (
    opportunity_id text   primary key,
    account_id     text   not null,
    version        bigint not null,
    contract_id    text,
    stage          text   not null,
    body           text   not null
);
create index opportunity_of_contract on opportunity (contract_id);

-- Tasks of play-router, newest of each; those that ended stay, since a plan that was written counts for a while.
create table task_open (
    task_id     uuid        primary key,
    account_id  text,
    play_run_id uuid        not null,
    play        text        not null,
    role        text        not null,
    assignee    text,
    reason      text        not null,
    state       text        not null,
    at          timestamptz not null,
    due_at      timestamptz,
    escalation  integer     not null,
    rev         bigint      not null,
    body        text        not null
);
create index task_of_account on task_open (account_id);

-- The stages of each renewal; only added to. The newest of a contract is the stage that it is in, while the renewal is the same.
-- What an opportunity of the register says is written once, by an id that is made from what it says.
create table stage_move (
    move_id     uuid        primary key,
    contract_id text        not null,
    renewal_on  date        not null,
    stage       text        not null,
    author      text        not null,
    reason      text        not null,
    -- What was said to have been done, and what was missing and a lead let pass.
    confirmed   text[]      not null,
    despite     text[]      not null,
    at          timestamptz not null
);
create index stage_move_of_contract on stage_move (contract_id, at);

-- What people think of a renewal; only withdrawn_at ever changes. Of each role the newest one counts, or none.
create table judgement (
    judgement_id uuid        primary key,
    contract_id  text        not null,
    renewal_on   date        not null,
    role         text        not null,
    category     text,
    amount_minor bigint,
    renews       integer,
    author       text        not null,
    reason       text        not null,
    at           timestamptz not null,
    expires_at   timestamptz not null,
    withdrawn_at timestamptz
);
create index judgement_of_contract on judgement (contract_id, at);

-- The last signal of each contract and reason, as it was last said.
create table renewal_episode (
    contract_id text        not null,
    reason      text        not null,
    number      integer     not null,
    episode_id  uuid        not null,
    account_id  text        not null,
    renewal_on  date        not null,
    transition  integer     not null,
    open        boolean     not null,
    severity    text        not null,
    sentence    text        not null,
    evidence    text[]      not null,
    opened_at   timestamptz not null,
    primary key (contract_id, reason)
);
create index renewal_episode_of_account on renewal_episode (account_id);

-- How each renewal stands, for lists. known_since: when the contract was looked at first.
create table renewal_standing (
    contract_id text    primary key,
    account_id  text    not null,
    stage       text    not null,
    owner       text,
    category    text    not null,
    faulty      boolean not null,
    body        text    not null,
    known_since timestamptz not null
);
create index renewal_standing_of_account on renewal_standing (account_id);

-- What is wrong with how renewals are worked, and since when.
create table renewal_fault (
    contract_id text        not null,
    code        text        not null,
    account_id  text        not null,
    detail      text        not null,
    since       timestamptz not null,
    primary key (contract_id, code)
);
create index renewal_fault_of_account on renewal_fault (account_id);
