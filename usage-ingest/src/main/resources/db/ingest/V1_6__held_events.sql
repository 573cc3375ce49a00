-- Events whose account nobody can tell yet. They wait for the edge from their person to an account; their commit stands for
-- Kafka's acks=all. A person who is forgotten takes what waits along.
create table held_event (
    seq          bigint      generated always as identity primary key,
    source       text        not null,
    event_id     text        not null,
    -- Through which kind of door it came.
    place        text        not null,
    -- Who did it: the edge of this person is what the event waits for.
    kind         text        not null,
    external_id  text        not null,
    received_at  timestamptz not null,
    held_until   timestamptz not null,
    -- The dead letter that it becomes at its end. A release reads the event out of it, as a replay does.
    letter       text        not null,
    bytes        int         not null generated always as (octet_length(letter)) stored,
    -- Hashes of the ids and addresses of everybody whom it names.
    persons      text[]      not null,
    -- Set once its wait has ended: no edge releases it any more. Until then, by clock_timestamp(), one replica writes its
    -- letter; after that another does.
    ending_until timestamptz,
    -- Bytes stand in the index, because what waits is added up whenever more comes.
    unique (source, event_id) include (bytes),
    foreign key (kind, external_id) references person_identity on delete cascade
);
create index held_event_person on held_event (kind, external_id, seq);
create index held_event_until on held_event (held_until);
create index held_event_persons on held_event using gin (persons);
