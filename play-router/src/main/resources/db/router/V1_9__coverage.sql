-- When the person of a task is to begin: later than it was made where their day was full. Null in rows of before: at once.
alter table task add column starts_at timestamptz;

-- How many tasks of a person began since an instant, those that begin later, and who had the last task of an account. Building
-- an index holds up writers of the table, not readers: some seconds for a million tasks.
create index if not exists task_begun_of_assignee on task (assignee, (coalesce(starts_at, created_at)))
    where severity is distinct from 'CRITICAL';
create index if not exists task_begins_later on task (starts_at) where open and starts_at is not null;
create index if not exists task_last_of_account on task (account_id, created_at desc) include (assignee)
    where assignee is not null;

-- What of an account decides who serves it; null until the register or health-service says it again.
alter table account
    add column country  text,
    add column industry text,
    add column if not exists tier text;

-- What was said of our people over HTTP; on top of directory.yaml, each person whole. And every change of it: body null takes
-- back what was said.
create table staff (
    staff_id text primary key,
    body     jsonb not null
);
create table staff_log (
    change_id bigint generated always as identity primary key,
    staff_id  text        not null,
    at        timestamptz not null,
    author    text        not null,
    reason    text        not null,
    body      jsonb
);

-- Since when the accounts of a person or a pool are more than their band allows, or nobody's.
create table book_above (
    book  text primary key,
    since date not null
);
