-- Which accounts somebody is of, since when, and who said so. The account of `person` is the one that events of theirs that
-- name none go to; it is among those that have not ended.
create table person_edge (
    edge_id    bigint      generated always as identity primary key,
    person_id  uuid        not null references person on delete cascade,
    account_id text        not null,
    said_by    text        not null check (said_by in ('EVENT', 'REGISTER', 'DOMAIN')),
    -- Who said it; of a domain the domain.
    source     text        not null,
    since      timestamptz not null,
    -- Null while it is so.
    ended_at   timestamptz,
    ended_by   text
);
create index person_edge_person on person_edge (person_id, edge_id);

-- Of edges from before nobody knows since when.
insert into person_edge (person_id, account_id, said_by, source, since)
select person_id, account_id, 'EVENT', 'unknown', 'epoch' from person where account_id is not null;

alter table person
    -- Whether the domain of their address said so, and nobody else.
    add column account_by_domain boolean not null default false,
    -- Set when somebody took them out of an account that a domain had said.
    add column domain_refused    boolean not null default false,
    -- That of their address, its labels the other way round: what is below a domain begins as the domain does.
    add column email_domain      text    collate "C";

update person set email_domain = array_to_string(array(
    select label
    from unnest(string_to_array(rtrim(lower(substring(email from '.@([^@]+)$')), '.'), '.')) with ordinality as part (label, nth)
    order by nth desc), '.')
where email ~ '.@[^@]+$';

create index person_unplaced on person (email_domain)
    where account_id is null and not domain_refused and email_domain is not null;

create index register_record_domains on register_record (record_key) where record_key like 'domain/%';

-- Accounts that were merged into others, and when that was undone.
create table account_merge (
    merge_id   bigint      generated always as identity primary key,
    account_id text        not null,
    into_id    text        not null,
    reason     text        not null,
    merged_at  timestamptz not null,
    merged_by  text        not null,
    undone_at  timestamptz,
    undone_by  text
);
create unique index account_merge_in_force on account_merge (account_id) where undone_at is null;
