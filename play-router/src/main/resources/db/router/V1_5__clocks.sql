-- Each policy that joined a task stands with the signals that brought it, and goes with them. Of the open tasks of before any of
-- their signals may have brought it. Locks the rows that it rewrites, which are few: open tasks that more than one signal came to.
update task set body = jsonb_set(
    body, '{joinedPolicies}',
    (select jsonb_agg(jsonb_build_object('episodes', body -> 'openEpisodes', 'policy', policy))
     from jsonb_array_elements(body -> 'joinedPolicies') as joined (policy)))
where open
  and jsonb_typeof(body -> 'joinedPolicies') = 'array'
  and jsonb_array_length(body -> 'joinedPolicies') > 0
  and jsonb_typeof(body -> 'openEpisodes') = 'array';

-- Closed tasks of an account, and of a person, by value. Each index locks its table against writing while it is built, some
-- seconds a million tasks; reading goes on.
create index if not exists task_of_account_by_value on task (account_id, value_at_risk desc, task_id);
create index if not exists task_of_assignee_by_value on task (assignee, value_at_risk desc, task_id);

-- The version of the rules by which the clocks of a task were laid out last; null where an older replica wrote the task.
-- Why a task cannot be read; null while it can. Adding columns without a default rewrites nothing.
alter table task
    add column rules_version text,
    add column quarantined   text;
create index if not exists task_open_by_rules on task (rules_version, task_id) where open;

-- The version of the rules that a replica took up last.
create table rules_in_force (
    one_row boolean primary key default true check (one_row),
    version text        not null,
    since   timestamptz not null
);
