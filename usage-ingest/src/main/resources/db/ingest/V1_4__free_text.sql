-- What people wrote in tickets and surveys. It is here and on the topic `people`, and nowhere else.
create table person_text (
    text_id    uuid        primary key,
    person_id  uuid        not null references person on delete cascade,
    account_id text        not null,
    said_in    text        not null check (said_in in ('TICKET', 'SURVEY')),
    ref        text        not null,
    source     text        not null,
    said_at    timestamptz not null,
    subject    text,
    body       text,
    comment    text,
    cut        boolean     not null
);
create index person_text_person on person_text (person_id, said_at);
create index person_text_account on person_text (account_id, said_at);
create index person_text_ref on person_text (ref, said_at);
create index person_text_age on person_text (said_at);
