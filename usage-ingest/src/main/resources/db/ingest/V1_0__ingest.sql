-- Who sends.
create table source (
    name                text        primary key,
    feeds               text[]      not null,
    quiet_after_seconds bigint      not null check (quiet_after_seconds > 0),
    -- Business time of the last sign of life; a jump of the clock carries it along while the source is alive.
    last_seen           timestamptz,
    -- Set while the log says that the source is quiet.
    quiet_since         timestamptz,
    created_at          timestamptz not null default clock_timestamp()
);

-- SHA-256 of each write key, in hex; the keys themselves are shown once and kept nowhere.
create table source_key (
    key_hash   text        primary key,
    source     text        not null references source,
    scopes     text[]      not null,
    created_at timestamptz not null default clock_timestamp(),
    revoked_at timestamptz
);

-- The person store: the one place besides the topic `people` where the customer's people have names.
create table person (
    person_id   uuid    primary key,
    version     bigint  not null default 0,
    account_id  text,
    name        text,
    email       text,
    title       text,
    role        text    not null default 'USER',
    active      boolean not null default true,
    may_contact boolean not null default true
);

-- How products name a person; an alias names the person of another id.
create table person_identity (
    kind        text not null check (kind in ('USER', 'ANONYMOUS')),
    external_id text not null,
    person_id   uuid not null references person on delete cascade,
    primary key (kind, external_id)
);
create index person_identity_person on person_identity (person_id);

-- The register, whole record by whole record, under the keys of the topic account-register.
create table register_record (
    record_key text        primary key,
    account_id text        not null,
    version    bigint      not null,
    record     text        not null check (record is json object),
    changed_at timestamptz not null
);
create index register_record_account on register_record (account_id);

-- Imports of history. Announced means: said in every partition of the log.
create table backfill_run (
    run_id             text        primary key,
    source             text        not null,
    started_at         timestamptz not null,
    start_announced    boolean     not null default false,
    ended_at           timestamptz,
    end_announced      boolean     not null default false
);
create index backfill_run_unannounced on backfill_run (run_id)
    where not start_announced or (ended_at is not null and not end_announced);

-- The log's clock: who holds it, and what it last said. The lease is judged by clock_timestamp().
create table log_clock (
    only_row     boolean     primary key default true check (only_row),
    holder       uuid,
    held_until   timestamptz not null default '-infinity',
    last_tick    timestamptz not null default '-infinity',
    offset_value interval    not null default interval '0'
);
insert into log_clock default values;
