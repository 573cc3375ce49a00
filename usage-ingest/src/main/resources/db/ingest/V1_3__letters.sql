-- The topic dead-letters as a table: found, mended, replayed. Kept as long as the topic keeps them, at most 14 days.
create table dead_letter (
    letter_id       text        primary key,
    place           text        not null,
    source          text,
    reason          text        not null,
    -- Null, like the content, once a person of it was forgotten.
    detail          text,
    account_id      text,
    received_at     timestamptz not null,
    written_at      timestamptz not null,
    replayable      boolean     not null,
    content         text,
    -- Hashes of the ids and addresses of everybody whom it names.
    persons         text[]      not null,
    state           text        not null
        check (state in ('WAITING', 'REPLAYING', 'REFUSED', 'ACCEPTED', 'DUPLICATE', 'REPUBLISHED', 'ERASED')),
    attempts        int         not null default 0,
    replaying_since timestamptz,
    event_key       text
);
create index dead_letter_received on dead_letter (received_at, letter_id);
create index dead_letter_written on dead_letter (written_at);
create index dead_letter_source on dead_letter (coalesce(source, ''), written_at);
create index dead_letter_open on dead_letter (received_at, letter_id) where state in ('WAITING', 'REFUSED');
create index dead_letter_persons on dead_letter using gin (persons);
-- Two letters may hold the same event: it is replayed from one of them at a time.
create unique index dead_letter_event on dead_letter (event_key) where state = 'REPLAYING';

create table letter_replay (
    letter_id  text        not null references dead_letter on delete cascade,
    attempt    int         not null,
    begun_at   timestamptz not null,
    begun_by   text        not null,
    correction text,
    -- Null while nobody knows.
    became     text,
    reason     text,
    detail     text,
    primary key (letter_id, attempt)
);

-- Who was forgotten lately: their letters may still be on their way from the topic.
create table letter_erasure (
    person_hash  text        primary key,
    forgotten_at timestamptz not null
);
