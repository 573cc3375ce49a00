-- What is wrong with our own set-up, while it is: each told once as a signal, of that episode and that many transitions. said is
-- what of it is news; another said is told anew.
create table finding (
    key        text primary key,
    episode_id uuid        not null,
    transition integer     not null,
    reason     text        not null,
    since      timestamptz not null,
    said       text        not null
);

-- How much of what a tool allows was used when it last said so, by any replica; and when it was last as much as to be told.
create table tool_allowance (
    connector text primary key,
    used      bigint      not null,
    allowed   bigint      not null,
    heard_at  timestamptz not null,
    much_at   timestamptz,
    most_at   timestamptz
);

-- While there is a row here nothing is sent to any tool. ordered_by is who said so; null where the service found that its database is
-- older than what it had told.
create table delivery_hold (
    held       boolean primary key default true check (held),
    since      timestamptz not null,
    because    text        not null,
    ordered_by text
);

-- When the tool last answered for a task; checked_at is when it was last asked.
alter table task_in_tool add column compared_at timestamptz;
