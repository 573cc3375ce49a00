-- What quarters shall keep. Every change is a row; the newest version counts, and one without shares takes the target back.
create table target (
    quarter  text        not null,
    segment  text        not null,
    currency text        not null,
    version  integer     not null,
    grr      numeric,
    nrr      numeric,
    author   text        not null,
    at       timestamptz not null,
    primary key (quarter, segment, currency, version)
);

-- Null for rows of before: it stands in their body.
alter table forecast_snapshot
    add column renewal_on date;
create index forecast_snapshot_of_day on forecast_snapshot (day, contract_id);

-- What became of renewals, as known on a day: a row per change. Closed from the end of the reactivation gap on; the first
-- closed row is the actual that forecasts are held against, later ones are restatements.
create table renewal_outcome (
    contract_id text        not null,
    renewal_on  date        not null,
    recorded_on date        not null,
    recorded_at timestamptz not null,
    account_id  text        not null,
    arr_minor   bigint      not null,
    currency    text        not null,
    kept_minor  bigint      not null,
    net_minor   bigint      not null,
    closed      boolean     not null,
    primary key (contract_id, renewal_on, recorded_on)
);
create index renewal_outcome_by_renewal on renewal_outcome (renewal_on, contract_id);

-- The figures of each day, written once: those of the whole (by none) and of the segments.
create table portfolio_snapshot (
    day      date not null,
    quarter  text not null,
    by_what  text not null,
    of_group text not null,
    currency text not null,
    body     text not null,
    primary key (quarter, by_what, of_group, currency, day)
);

-- Days whose memory is whole.
create table memory_day (
    day      date primary key,
    taken_at timestamptz not null
);

create function memory_never_changes() returns trigger
    language plpgsql
as $$
begin
    raise exception '% is written once: % refused', tg_table_name, tg_op;
end
$$;

create trigger memory_never_changes
    before update or delete or truncate on portfolio_snapshot
    for each statement
execute function memory_never_changes();

create trigger memory_never_changes
    before update or delete or truncate on renewal_outcome
    for each statement
execute function memory_never_changes();

-- What a CRM asks for: what was made after a place.
create index open_forecast_by_time on forecast (as_of, contract_id) where open;
