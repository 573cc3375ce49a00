-- What each source did in each hour of business time; hours without anything have no row. Kept for 13 weeks.
create table source_hour (
    source  text   not null references source on delete cascade,
    -- Hours since the epoch.
    hour    bigint not null,
    -- Items that were stored or kept, and how many of these were refused; not those of imports.
    came    bigint not null,
    refused bigint not null,
    -- Other signs of life.
    beats   bigint not null,
    primary key (source, hour)
);
create index source_hour_hour on source_hour (hour);

-- Silences that are over, in hours from and to: they say nothing about what usually comes.
create table source_gap (
    source    text   not null references source on delete cascade,
    from_hour bigint not null,
    to_hour   bigint not null,
    primary key (source, from_hour)
);

-- How each source is, as the holder of the log's clock judged it last.
create table source_health (
    source   text primary key references source on delete cascade,
    state    text not null check (state in ('UNSEEN', 'ALIVE', 'QUIET', 'GARBAGE')),
    since    timestamptz,
    findings text not null check (findings is json array)
);

-- What the log was told of a source whose quiet_since is set; null from before there were causes: it was silent.
alter table source add column quiet_cause text check (quiet_cause in ('SILENT', 'GARBAGE'));

-- Since when the doors have been open without a break, in business time: what did not come before says nothing.
alter table log_clock add column open_since timestamptz;
