-- Four shards of the outbox instead of sixteen: records that wait pass to the shard in which those of their key are appended from now
-- on, in their order. What a replica of before still appends is sent from where it is.
update outbox set shard = shard % 4 where shard >= 4;

-- Words of people on signals that wait, which may be said again: each with the signals for which it was said first.
create table spoken_word (
    who         text        not null,
    word_key    text        not null,
    -- Tells a repetition from another word under the same key.
    fingerprint uuid        not null,
    episodes    uuid[]      not null,
    said_at     timestamptz not null,
    primary key (who, word_key)
);
create index spoken_word_by_age on spoken_word (said_at);

-- Whether a server had taken the message and gave it up later.
alter table digital_message add column came_back boolean not null default false;
