-- Open signals whose task ended, one row a task: signals that had joined it are routed again in the lane of their account,
-- by a transaction of its own, which deletes the row. Who ends a task holds its row and must not wait for the lane.
create table left_signals (
    task_id    uuid primary key references task,
    account_id text        not null,
    -- By the real clock; later after a failure.
    look_at    timestamptz not null default clock_timestamp()
);
create index left_signals_next on left_signals (look_at);

-- ARR of the open contracts as health-service sees it: part of what an account was when a play on it ended.
alter table account
    add column arr_minor    bigint,
    add column arr_currency text;
