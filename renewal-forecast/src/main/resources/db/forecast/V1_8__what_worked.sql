-- What play-router said of runs of plays: their end (0) and the looks 30, 60 and 90 days later. Each is said once.
create table play_end (
    play_run_id uuid        not null,
    days_after  integer     not null,
    account_id  text,
    play        text        not null,
    reason      text        not null,
    arm         text        not null,
    outcome     text        not null,
    started_at  timestamptz not null,
    at          timestamptz not null,
    body        text        not null,
    primary key (play_run_id, days_after)
);
create index play_end_by_time on play_end (at);

create table loss_review (
    contract_id text   primary key,
    account_id  text   not null,
    version     bigint not null,
    body        text   not null
);

create table account_reference (
    account_id text   primary key,
    version    bigint not null,
    body       text   not null
);

-- When a score first named a milestone as reached.
create table milestone_reached (
    account_id text        not null,
    milestone  text        not null,
    reached_at timestamptz not null,
    primary key (account_id, milestone)
);

-- Every risk signal that ever was, where the table signal has what is needed of those that are open.
create table risk_episode (
    episode_id   uuid        primary key,
    account_id   text        not null,
    transition   integer     not null,
    reason       text        not null,
    also_reasons text        not null,
    severity     text        not null,
    opened_at    timestamptz not null,
    ended_at     timestamptz,
    retracted    boolean     not null
);
create index risk_episode_of_account on risk_episode (account_id);

-- The adoption index of a UTC day by segment, as sums: the table health has only today. Written once a day.
create table adoption_day (
    day      date    not null,
    segment  text    not null,
    accounts integer not null,
    total    numeric not null,
    squares  numeric not null,
    primary key (day, segment)
);

-- What people decided about a play in a quarter's review. Nothing is overwritten: of two the later counts.
create table programme_decision (
    decision_id uuid        primary key,
    quarter     text        not null,
    play        text        not null,
    decision    text        not null,
    reason      text        not null,
    author      text        not null,
    at          timestamptz not null
);
create index programme_decision_by_quarter on programme_decision (quarter, play, at);
