-- The names of events that each source has sent, and how many of each were taken. An empty name is what came beyond the bound.
create table catalogue_event (
    source     text        not null,
    name       text        not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    events     bigint      not null,
    meaningful bigint      not null,
    -- Of own people and bots.
    not_theirs bigint      not null,
    primary key (source, name)
);

-- The same by the UTC day of receipt, for a while.
create table catalogue_day (
    source text   not null,
    name   text   not null,
    day    date   not null,
    events bigint not null,
    primary key (source, name, day)
);
create index catalogue_day_day on catalogue_day (day);

-- What people said of a name, in every source.
create table catalogue_rule (
    name        text        primary key,
    -- Null: as its sender says.
    meaningful  boolean,
    -- Null: as itself.
    counts_as   text,
    counts_from timestamptz,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    check ((counts_as is null) = (counts_from is null))
);
