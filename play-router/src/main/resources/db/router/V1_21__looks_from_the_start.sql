-- Looks back come 30, 60 and 90 days after a run began, not after it ended: the arms end at different times after their start. Those that
-- are to come are planned anew, of open runs, too; whose day has passed is not looked at any more. So which runs are looked back at
-- depends on when they began, and on nothing that a play may change. Looks that were told after an end stay where they are and are in no
-- answer. The key is built anew, which holds up writers for seconds. A replica of the version before plans its own looks beside these
-- while it is rolled out; nobody makes them.
alter table outcome_look
    add column since_start boolean not null default false,
    drop constraint outcome_look_pkey,
    add primary key (play_run_id, days, since_start);

delete from outcome_look where days > 0 and told_at is null;

insert into outcome_look (play_run_id, days, due_at, since_start)
select play_run_id, days, started_at + make_interval(hours => days * 24), true
from play_run cross join (values (30), (60), (90)) as look (days)
where started_at + make_interval(hours => days * 24) > playcaller_now();
