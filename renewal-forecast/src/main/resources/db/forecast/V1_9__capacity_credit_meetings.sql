-- When tasks began, were accepted and ended, as play-router told it; segment and stage of the account as they were then.
create table task_time (
    task_id        uuid primary key,
    account_id     text,
    play           text    not null,
    role           text    not null,
    created_at     timestamptz,
    accepted_at    timestamptz,
    ended_at       timestamptz,
    completed      boolean not null,
    accepted_late  boolean not null,
    completed_late boolean not null,
    segment        text,
    stage          text
);
create index task_time_by_beginning on task_time (created_at);

-- The rules of engagement in every version that ever held. A version never says anything else.
create table credit_policy (
    version   text        primary key,
    from_day  date        not null unique,
    body      text        not null,
    known_at  timestamptz not null
);

-- How movements of a kind of a contract are divided, as registered. Written once.
create table credit_split (
    split_id      uuid        primary key,
    contract_id   text        not null,
    kind          text        not null,
    from_day      date        not null,
    registered_at timestamptz not null,
    body          text        not null
);
create index credit_split_of_contract on credit_split (contract_id, from_day);

-- The credit ledger. Written once: what was wrong is posted again with the opposite sign.
create table credit_entry (
    entry_no     bigint generated always as identity,
    contract_id  text        not null,
    movement_id  text        not null,
    number       integer     not null,
    staff_id     text        not null,
    on_day       date        not null,
    amount_minor bigint      not null,
    currency     text        not null,
    posted_at    timestamptz not null,
    body         text        not null,
    primary key (contract_id, movement_id, number)
);
create unique index credit_entry_in_order on credit_entry (entry_no);
create index credit_entry_of_person on credit_entry (staff_id, entry_no);

create function credits_never_change() returns trigger
    language plpgsql
as $$
begin
    raise exception '% is written once: % refused', tg_table_name, tg_op;
end
$$;

create trigger credits_never_change
    before update or delete or truncate on credit_entry
    for each statement
execute function credits_never_change();
create trigger credits_never_change
    before update or delete or truncate on credit_split
    for each statement
execute function credits_never_change();
create trigger credits_never_change
    before update or delete or truncate on credit_policy
    for each statement
execute function credits_never_change();

-- Which version of a contract the credit ledger has seen, and which of its movements nobody can be credited for, a line each.
create table credit_seen (
    contract_id text   primary key,
    version     bigint not null,
    day         date   not null,
    unassigned  text   not null
);
create index credit_unassigned on credit_seen (contract_id) where unassigned <> '';

-- What a meeting decided.
create table decision (
    decision_id uuid        primary key,
    kind        text        not null,
    day         date        not null,
    what        text        not null,
    owner       text        not null,
    due_on      date        not null,
    account_id  text,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    done_at     timestamptz,
    done_by     text,
    outcome     text
);
create index decision_open on decision (kind, due_on) where done_at is null;
create index decision_by_day on decision (kind, day);
