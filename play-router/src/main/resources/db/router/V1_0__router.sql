-- What play-router keeps of an account: a copy of the register and of its health; of two versions the higher wins.
create table account (
    account_id     text primary key,
    version        bigint not null default 0,
    name           text,
    owners_version bigint not null default 0,
    owners         jsonb  not null default '[]',
    health_rev     bigint not null default 0,
    score          bigint,
    grade          text,
    last_touch_at  timestamptz
);

-- The ledger of signals: one row per episode with its newest transition, what became of it, and the path it took.
-- Triage is the rows that wait for a lead.
create table signal (
    episode_id    uuid primary key,
    account_id    text,
    transition    integer     not null,
    open          boolean     not null,
    status        text        not null,
    task_id       uuid,
    -- Major units of the signal's own currency: an order for people, not a sum.
    value_at_risk numeric,
    body          jsonb       not null,
    path          jsonb       not null,
    changed_at    timestamptz not null
);
create index signal_open_of_account on signal (account_id) where open;
create index signal_of_task on signal (task_id) where task_id is not null;
create index signal_triage on signal (value_at_risk desc nulls last, episode_id) where status = 'TRIAGE' and open;

-- A task as it stands; the columns beside the body are for finding it.
create table task (
    task_id       uuid primary key,
    rev           bigint      not null,
    account_id    text,
    play_run_id   uuid        not null,
    play          text        not null,
    open          boolean     not null,
    state         text        not null,
    assignee      text,
    minutes       integer     not null,
    value_at_risk numeric     not null,
    created_at    timestamptz not null,
    -- Why no timer runs while it is open; null where one must.
    still_because text,
    body          jsonb       not null
);
create index task_open_of_account on task (account_id) where open;
create index task_by_value on task (value_at_risk desc, task_id);
create index task_open_by_value on task (value_at_risk desc, task_id) where open;
create index task_open_of_assignee on task (assignee) include (minutes) where open;

-- What happened to a task, step by step: also the log of its clocks, from which they can be recomputed.
create table task_log (
    task_id    uuid        not null references task,
    rev        bigint      not null,
    transition text        not null,
    at         timestamptz not null,
    actor      text,
    clock      text,
    cycle      integer     not null,
    level      integer     not null,
    due_at     timestamptz,
    sentence   text        not null,
    -- Words of a person; they stay here.
    note       text,
    primary key (task_id, rev)
);

-- A run of a play on an account. Today a run has one task.
create table play_run (
    play_run_id uuid primary key,
    play        text        not null,
    account_id  text,
    episode_id  uuid        not null,
    reason      text        not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    outcome     text,
    closing     text
);
create index play_run_open on play_run (account_id, play) where ended_at is null;

-- The next thing that each running clock says. Written and deleted only under the row lock of its task, in the
-- transaction that changes the task.
create table timer (
    task_id  uuid        not null references task,
    clock    text        not null,
    cycle    integer     not null,
    level    integer     not null,
    due_at   timestamptz not null,
    -- After a failure, by the real clock.
    retry_at timestamptz,
    primary key (task_id, clock)
) with (fillfactor = 80);
create index timer_due on timer (due_at);

-- Each of these happens once; this row is what makes it so.
create table timer_fired (
    task_id  uuid        not null,
    clock    text        not null,
    cycle    integer     not null,
    level    integer     not null,
    due_at   timestamptz not null,
    fired_at timestamptz not null,
    primary key (task_id, clock, cycle, level)
);

-- The ledger of deliveries: unique by (task, connector, purpose) through its derived id.
create table delivery (
    delivery_id     uuid primary key,
    task_id         uuid        not null references task,
    connector       text        not null,
    purpose         text        not null,
    -- pending, sent, failed, not-configured, disabled
    state           text        not null,
    because         text,
    body            text        not null,
    created_at      timestamptz not null,
    attempts        integer     not null default 0,
    -- By the real clock, like the leases of those who send.
    next_attempt_at timestamptz not null default clock_timestamp(),
    last_status     integer,
    sent_at         timestamptz
);
create index delivery_due on delivery (next_attempt_at) where state = 'pending';
create index delivery_of_task on delivery (task_id);

-- A connector that its tool told to stop (410).
create table connector (
    name        text primary key,
    target      text        not null,
    disabled_at timestamptz not null,
    because     text        not null
);
