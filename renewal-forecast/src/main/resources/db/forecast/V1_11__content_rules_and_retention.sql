-- Which texts were sent to people of a customer in a run of a play, as its looks told it.
create table play_content (
    play_run_id uuid not null,
    content     text not null,
    primary key (play_run_id, content)
);

-- A decision of a review is about a play or about content.
alter table programme_decision
    alter column play drop not null,
    add column content text,
    add constraint about_one check (num_nonnulls(play, content) = 1);

-- Which renewals.yaml held when, a row each time that another came into force. What held at a time is the last row before it.
create table renewal_process (
    activation bigint generated always as identity primary key,
    version    text        not null,
    body       text        not null,
    at         timestamptz not null
);
create index renewal_process_by_version on renewal_process (version);

-- What is removed after its time. Building them holds up writers of both tables, a second for a million tasks.
create index task_open_over on task_open (at) where state in ('completed', 'withdrawn');
create index task_time_over on task_time (ended_at) where ended_at is not null;
