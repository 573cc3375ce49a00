-- Names and addresses of people of customers who may be written to, and of nobody else; a tombstone takes them away with the rest.
-- bounced_at: their address took no mail then; another address begins anew.
alter table contact
    add column name       text,
    add column email      text,
    add column bounced_at timestamptz;

-- Building it holds up writers of the table, a second for a million people.
create index contact_of_account on contact (account_id);

-- Addresses were said before they were kept, and of equal versions none is written twice. So versions begin again, and play-router
-- reads people from its beginning, once, in a consumer group of its own.
update contact set version = 0;

-- The message of a digital step to one person, from when its step began. waiting: until due_at, by the business clock, and
-- retry_at, by the real one. sending: until its lease, retry_at, ends. sent, skipped, bounced, failed or lost for good. body is what
-- to send, with its places for names; nothing in the row names the person.
create table digital_message (
    message_id  uuid primary key,
    play_run_id uuid        not null,
    play        text        not null,
    step        text        not null,
    account_id  text        not null,
    person_id   text        not null,
    template    text        not null,
    channel     text        not null,
    body        jsonb       not null,
    -- What its play counts back from.
    run_date    date,
    until_at    timestamptz not null,
    state       text        not null,
    -- Why it is not sent, or not yet: a code, and the same for people.
    reason      text,
    sentence    text,
    attempts    integer     not null default 0,
    due_at      timestamptz not null,
    retry_at    timestamptz,
    created_at  timestamptz not null,
    settled_at  timestamptz
);
create index digital_message_due on digital_message (due_at) where state = 'waiting';
create index digital_message_on_its_way on digital_message (retry_at) where state = 'sending';
create index digital_message_of_run on digital_message (play_run_id);
create index digital_message_of_person on digital_message (person_id);
create index digital_message_newest on digital_message (created_at desc, message_id desc);
create index digital_message_of_account on digital_message (account_id, created_at desc, message_id desc);
