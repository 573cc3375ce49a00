-- What this service still has to say on Kafka, written in the transaction that made it true. The relay deletes what it
-- sent, so the table is small and its rows short-lived.
create table outbox (
    -- Not cached per session: two transactions on one key take their ids in the order in which they lock that key.
    id         bigint generated always as identity,
    shard      integer     not null,
    topic      text        not null,
    partition  integer,
    key        text,
    -- A JSON object of text, and the JSON value; text and not jsonb, because both travel as they are, byte for byte.
    headers    text        not null,
    value      text,
    created_at timestamptz not null default clock_timestamp(),
    primary key (shard, id)
) with (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 10000
);

-- Who relays a shard. The epoch rises with each change of owner; a relay reads the rows of a shard only under its own
-- (owner, epoch). Leases are judged by clock_timestamp(), never by a service's clock; where partitions of
-- customer-events are the shards, the partition's owner writes its checkpoint's epoch here and the lease does not expire.
create table outbox_lease (
    shard      integer     primary key,
    owner      text,
    epoch      bigint      not null default 0,
    expires_at timestamptz not null default '-infinity'
) with (fillfactor = 50);

-- The replicas that share the shards; one that stops beating is no longer counted.
create table outbox_replica (
    owner      text        primary key,
    expires_at timestamptz not null
) with (fillfactor = 50);
