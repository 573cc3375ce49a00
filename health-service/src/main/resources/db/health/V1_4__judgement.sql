-- When something was last said of an account by our own people: the row's lock orders them.
create table judged_account (
    account_id  text collate "C" primary key,
    said_at     timestamptz not null
);

-- What one of ours says that a measure, or the score, counts as, with their words; these are here and nowhere else. What it
-- does to the score comes from the log.
create table score_override (
    override_id  uuid primary key,
    account_id   text collate "C" not null,
    -- null: the whole score
    measure      text,
    -- milli-points
    points       integer     not null check (points between 0 and 100000),
    because      text        not null,
    author       text        not null,
    set_at       timestamptz not null,
    until        timestamptz not null,
    -- null while nobody ended it before its time
    ended        text check (ended in ('replaced', 'cleared')),
    ended_at     timestamptz,
    ended_by     text
);
create index score_override_of_account on score_override (account_id, set_at desc);

-- The score as it would have been without overrides; null where none was in force.
alter table health_history add column computed integer;
