-- Who was forgotten, when, by whose wish, and what became of each place. Nothing in it is personal: the ids are random, and
-- nobody can tell any more whose they were.
create table erasure (
    erasure_id   uuid        primary key,
    -- Under which ids the person was known; the first is the one that was asked for.
    person_ids   uuid[]      not null,
    asked_by     text        not null,
    erased_at    timestamptz not null,
    -- Keys of the tombstones on the topic people.
    tombstones   text[]      not null,
    -- They stand in Kafka once nothing of that topic with this id or a lower one waits in the outbox.
    sent_after   bigint      not null,
    -- Null while the tombstones are on their way.
    completed_at timestamptz,
    places       text        not null check (places is json array)
);
create index erasure_newest on erasure (erased_at, erasure_id);
create index erasure_open on erasure (erased_at) where completed_at is null;

-- By which erasure: asked for again, it is found by the id that it took along.
alter table letter_erasure add column erasure_id uuid;

-- Set when an alias let the last id of this person name another one: they are the same, and are forgotten together.
alter table person add column same_as uuid references person;
create index person_same_as on person (same_as) where same_as is not null;
