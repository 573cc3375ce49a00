-- Several connectors, each with its own worker. rev is that of the task which a message tells of: what must go in order goes
-- by it. Rows of before are of revision 0 and go first.
alter table delivery
    add column rev bigint not null default 0;

-- Built under a lock that holds up writers of the ledger; it is short while few deliveries wait.
drop index if exists delivery_due;
create index if not exists delivery_due_of_connector on delivery (connector, next_attempt_at) where state = 'pending';
create index if not exists delivery_held on delivery (task_id, connector, rev) where state = 'pending';

-- Tasks that a tool has, and what it calls them. What we call them there, the external key, is the id of the task.
create table task_in_tool (
    task_id     uuid        not null references task,
    connector   text        not null,
    external_id text        not null,
    -- By the real clock, like all about deliveries.
    told_at     timestamptz not null,
    -- When the tool was last asked for it, and what was otherwise there than here; null while nothing is.
    checked_at  timestamptz,
    finding     text,
    primary key (task_id, connector)
);
create index task_in_tool_of_tool on task_in_tool (connector, external_id);
create index task_in_tool_to_check on task_in_tool (connector, checked_at nulls first);

-- What is not sent and will not be, newest first, for those who look after it.
create index delivery_unsent on delivery (created_at desc, delivery_id)
    where state in ('failed', 'disabled', 'not-configured');
