-- What figures are sliced by, and what accounts are part of. Rows of before have nothing of it until they are told anew.
alter table account
    add column region      text,
    add column country     text,
    -- The newest parent; those of other days stand in the body, which is the JSON of the wire.
    add column parent_id   text,
    add column body        text not null default '{}',
    -- Where it is merged into another account now.
    add column merged_into text;

create table account_owner (
    account_id text   not null,
    version    bigint not null,
    role       text   not null,
    staff_id   text   not null,
    from_day   date   not null,
    until_day  date,
    primary key (account_id, role, staff_id, from_day)
);

alter table health
    add column grade         text,
    add column segment       text,
    add column tier          text,
    add column stage         text,
    add column stage_since   timestamptz,
    add column adoption      bigint,
    add column milestones    text[],
    add column last_touch_at timestamptz,
    add column at            timestamptz;

-- Segment and tier from a day on: a row per change that was seen.
create table account_profile (
    account_id text not null,
    since      date not null,
    segment    text not null,
    tier       text not null,
    primary key (account_id, since)
);

-- Units of the reporting currency for one unit of a currency, from a day on. Of a day the highest version holds; none is changed.
create table rate (
    reporting text        not null,
    currency  text        not null,
    day       date        not null,
    version   integer     not null,
    rate      numeric     not null check (rate > 0),
    said_at   timestamptz not null,
    said_by   text        not null,
    primary key (reporting, currency, day, version)
);

-- The figures of a period as they were when it was closed, per definition. Written once.
create table closed_period (
    from_day   date        not null,
    until_day  date        not null,
    definition text        not null,
    closed_at  timestamptz not null,
    body       text        not null,
    primary key (from_day, until_day, definition)
);

create function closed_periods_never_change() returns trigger
    language plpgsql
as $$
begin
    raise exception '% is written once: % refused', tg_table_name, tg_op;
end
$$;

create trigger closed_periods_never_change
    before update or delete or truncate on closed_period
    for each statement
execute function closed_periods_never_change();

-- What a closed period would be by what is known since, each time that it changed.
create table restatement (
    from_day   date        not null,
    until_day  date        not null,
    definition text        not null,
    found_on   date        not null,
    found_at   timestamptz not null,
    body       text        not null,
    primary key (found_on, from_day, until_day, definition)
);

create trigger restatements_never_change
    before update or delete or truncate on restatement
    for each statement
execute function closed_periods_never_change();

-- Since when periods are closed here, and the day of the last look: what ended before is history and not closed.
create table ledger_day (
    only_row  boolean primary key default true check (only_row),
    since     date    not null,
    looked_on date    not null default '0001-01-01'
);
insert into ledger_day (since) select (playcaller_now() at time zone 'UTC')::date;
