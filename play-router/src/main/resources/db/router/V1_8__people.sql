-- Deliveries to people. recipient is a staff id, or the channel of a tool; press how much it presses the person. With press a
-- delivery begins as 'undecided': either it becomes 'pending', or it waits as 'digest' and ends as 'digested'. decision says
-- why, also when it was sent long ago. A digest is a delivery about no one task.
alter table delivery
    alter column task_id drop not null,
    add column recipient text,
    add column press     text,
    add column decision  text;
create index delivery_undecided on delivery (recipient, created_at) where state = 'undecided';
create index delivery_for_digest on delivery (recipient, created_at) where state = 'digest';

-- How often somebody was interrupted on a day of theirs. Whoever decides about a person holds the row.
create table interruptions (
    staff_id text    not null,
    day      date    not null,
    told     integer not null,
    primary key (staff_id, day)
);

-- That the digest of a person's day was made; this row is what makes it once.
create table digest (
    staff_id text        not null,
    day      date        not null,
    made_at  timestamptz not null,
    primary key (staff_id, day)
);

-- What Slack calls our people: found by e-mail address, kept while that stays.
create table slack_person (
    staff_id   text primary key,
    found_by   text not null,
    user_id    text not null,
    channel_id text not null
);
create index slack_person_of_user on slack_person (user_id);

-- The messages in Slack that show a task, one for each person or channel. ts is the id of a message in its channel.
create table slack_card (
    task_id    uuid not null references task,
    recipient  text not null,
    channel_id text not null,
    ts         text not null,
    primary key (task_id, recipient)
);
