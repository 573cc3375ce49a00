-- Accounts that pass from one of our people to another. One of an account and role may be open. look_at: when time alone does something,
-- by the business clock. body holds words of people about the customer; they stay here.
create table hand_over (
    hand_over_id uuid primary key,
    account_id   text        not null,
    role         text        not null,
    state        text        not null,
    recipient    text        not null,
    look_at      timestamptz,
    proposed_at  timestamptz not null,
    body         jsonb       not null
);
create unique index hand_over_open on hand_over (account_id, role) where state in ('proposed', 'accepted');
create index hand_over_next on hand_over (look_at) where look_at is not null;
create index hand_over_newest on hand_over (proposed_at desc, hand_over_id desc);
create index hand_over_of_recipient on hand_over (recipient) where state in ('proposed', 'accepted');
