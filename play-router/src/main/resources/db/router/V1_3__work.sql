-- What people do with tasks. A key under which somebody did something to a task: asked for again, it is done once.
create table task_act_key (
    task_id     uuid   not null references task,
    actor       text   not null,
    act_key     text   not null,
    -- Tells a repetition from another act under the same key.
    fingerprint uuid   not null,
    rev         bigint not null,
    primary key (task_id, actor, act_key)
);

-- Out of sight until an instant, while the task stands at that revision: whatever happens to it brings it back.
alter table task
    add column snoozed_until timestamptz,
    add column snoozed_rev   bigint;

-- What tasks are found by; null where a replica of before wrote the task last. due_at is when the first of the running clocks runs out that somebody is to meet.
alter table task
    add column reason   text,
    add column severity text,
    add column role     text,
    add column due_at   timestamptz;
update task set
    reason   = body #>> '{signal,reason}',
    severity = upper(body ->> 'severity'),
    role     = body #>> '{assignment,role}',
    due_at   = (select min((run ->> 'dueAt')::timestamptz)
                from jsonb_array_elements(body -> 'clocks') as run
                where run ->> 'stoppedAt' is null and run ->> 'clock' <> 'give-up');
create index task_open_by_due on task (due_at) where open;

-- Precision of a reason: the closing answers of its runs.
create index play_run_closed on play_run (reason, ended_at) include (closing) where closing is not null;
