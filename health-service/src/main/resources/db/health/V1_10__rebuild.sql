-- A rebuild of the state from the log: one row, of the newest. Who runs it beats; one that was not heard of for long is lost,
-- and another may begin.
create table rebuild (
    only_one    boolean     primary key default true check (only_one),
    run_id      uuid,
    -- running, compared, refused, switched, failed, cancelled; null before the first
    state       text,
    -- a staff id
    author      text,
    reason      text,
    -- what was asked for, and how far it is with what it found, each whole
    wanted      json,
    report      json,
    started_at  timestamptz,
    beat_at     timestamptz,
    ended_at    timestamptz
);
insert into rebuild default values;

-- Accounts that the log makes otherwise than they stand, by the newest comparison.
create table rebuild_difference (
    account_id  text collate "C" primary key,
    partition   integer  not null,
    reason      text     not null,
    difference  json     not null
);
create index rebuild_difference_by_reason on rebuild_difference (reason, account_id);
