-- Every model that was ever brought, by the hash of its content. A row never changes.
create table model (
    hash        text        primary key,
    version     text        not null,
    -- contents by name, all of them
    files       json        not null,
    -- a staff id; `files` for what a replica started with, `log` for what was only read there
    author      text        not null,
    reason      text        not null,
    created_at  timestamptz not null
);
create index model_by_time on model (created_at desc, hash desc);

-- Each time that one was put in force. What makes a score is what the log says, which is told in the same transaction.
create table model_activation (
    number        bigint      generated always as identity primary key,
    hash          text        not null references model,
    replaced      text,
    author        text        not null,
    reason        text        not null,
    activated_at  timestamptz not null
);
create index model_activation_of_model on model_activation (hash, number desc);

-- What is in force; one row, locked by whoever changes it. Null before the first activation.
create table model_in_force (
    only_one  boolean primary key default true check (only_one),
    hash      text    references model
);
insert into model_in_force default values;
