-- Looks back at runs of plays, 30, 60 and 90 days after the runs began, each once, in both arms. Looks so many days after the end of a run,
-- which play-router told before, are dropped: the arms end at different times after their start, so that they were looked at after times of
-- different length, and no figure compares them any more.
create table play_look (
    play_run_id uuid        not null,
    days_after  integer     not null,
    account_id  text,
    play        text        not null,
    started_at  timestamptz not null,
    at          timestamptz not null,
    body        text        not null,
    primary key (play_run_id, days_after)
);
create index play_look_by_time on play_look (at);

delete from play_end where days_after > 0;
