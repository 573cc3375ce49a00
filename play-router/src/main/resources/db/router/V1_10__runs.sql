-- A run that has a course: several steps, or an exit. Its state, of which `ended_at` and the like are copies; null where a run is its
-- only task. Written in the lane of its account only.
alter table play_run add column body jsonb;

-- What exits of plays ask of a customer, as health-service told it last.
alter table account add column facts jsonb;

-- Runs that are to be looked at, because a step is due, an exit may hold or the play gives up, or because something happened. Rows are
-- only added and deleted, never changed by two, so that whoever notes one waits for nobody; two rows of a run are one look. No
-- foreign key: who looks at a run must not wait for who notes one.
create table run_due (
    due_id      uuid primary key default gen_random_uuid(),
    play_run_id uuid        not null,
    due_at      timestamptz not null,
    -- After a failure, by the real clock.
    retry_at    timestamptz
);
create index run_due_next on run_due (due_at);
create index run_due_of_run on run_due (play_run_id);

-- Both hold up writers of play_run while they are built: seconds for a million runs.
create index if not exists play_run_of_account on play_run (account_id, play, started_at);
create index if not exists play_run_of_episode on play_run (episode_id);
