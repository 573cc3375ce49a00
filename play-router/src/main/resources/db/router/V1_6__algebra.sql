-- What a signal waits for: what silences it, until look_at; or the play whose brake holds it, until somebody says so. By the
-- business clock. The indexes take a moment in which no signal is written; so does the outbox wait, and nothing is lost.
alter table signal
    add column waits_on text,
    add column look_at  timestamptz;
create index signal_silenced_until on signal (look_at) where status = 'SILENCED' and open;
create index signal_waits_on on signal (waits_on, value_at_risk desc nulls last, episode_id) where waits_on is not null and open;
create index signal_open_by_value on signal (status, value_at_risk desc nulls last, episode_id) where open;

-- What people said is to make no work for a while. Nothing is deleted here: paths name them.
create table silence (
    silence_id    uuid primary key,
    matchers      jsonb       not null,
    also_critical boolean     not null,
    from_at       timestamptz not null,
    until_at      timestamptz not null,
    -- Words of a person; they stay here and in paths.
    because       text        not null,
    author        text        not null,
    created_at    timestamptz not null,
    withdrawn_at  timestamptz,
    withdrawn_by  text
);
create index silence_not_over on silence (until_at) where withdrawn_at is null;

-- Runs that began, by minute of the business clock, for the volume brake; older than its hour they are deleted. Written under
-- the lock of the brake, like flood. Not what a person let begin.
create table run_start (
    minute timestamptz not null,
    play   text        not null,
    runs   integer     not null,
    primary key (minute, play)
);

-- That the brake holds signals of a play: one row until none is held any more. episode_id is that of the signal that tells so.
create table flood (
    play       text primary key,
    episode_id uuid        not null,
    since      timestamptz not null,
    told_at    timestamptz
);

-- Tier of an account as health-service sees it, null until its health is next announced: what the brake's percentage is of.
alter table account add column if not exists tier text;

-- Signals that joined a task and that nobody was told of: they are told together at tell_at, by the business clock. Written under
-- the row lock of the task.
create table gathering (
    task_id uuid primary key references task,
    joined  jsonb       not null,
    tell_at timestamptz,
    told_at timestamptz,
    times   integer     not null default 0
);
create index gathering_next on gathering (tell_at) where tell_at is not null;
