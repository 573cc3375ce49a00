-- What other services said, newest of each: of two copies the higher version wins. Bodies are the JSON of the wire.

-- Whoever changes or forecasts an account holds its row here, so that two batches never forecast it from half of the news.
create table account_lock (
    account_id text primary key
);

create table account (
    account_id text   primary key,
    version    bigint not null,
    name       text   not null
);

create table contract (
    contract_id text    primary key,
    account_id  text    not null,
    version     bigint  not null,
    open        boolean not null,
    body        text    not null
);
create index contract_of_account on contract (account_id);

create table invoice (
    invoice_id text   primary key,
    account_id text   not null,
    version    bigint not null,
    body       text   not null
);
create index invoice_of_account on invoice (account_id);

create table health (
    account_id text    primary key,
    rev        bigint  not null,
    score      bigint  not null,
    confidence integer not null
);

create table signal (
    episode_id uuid    primary key,
    account_id text    not null,
    transition integer not null,
    open       boolean not null,
    reason     text    not null,
    severity   text    not null
);
create index open_signal_of_account on signal (account_id) where open;

-- The forecast in force of each contract. A contract that is no longer open keeps its row, so that its rev goes on.
create table forecast (
    contract_id text        primary key,
    account_id  text        not null,
    rev         bigint      not null,
    open        boolean     not null,
    as_of       timestamptz not null,
    renewal_on  date        not null,
    category    text        not null,
    arr_minor   bigint      not null,
    currency    text        not null,
    renews      integer     not null,
    contracts   integer     not null,
    expands     integer     not null,
    -- The RenewalForecast, and the situation that it was made from.
    body        text        not null,
    inputs      text        not null
);
create index forecast_of_account on forecast (account_id);
create index open_forecast_by_renewal on forecast (renewal_on, contract_id) where open;

-- One row per contract and UTC day, of the first forecast that the day saw. Written once.
create table forecast_snapshot (
    day         date        not null,
    contract_id text        not null,
    taken_at    timestamptz not null,
    rev         bigint      not null,
    category    text        not null,
    arr_minor   bigint      not null,
    currency    text        not null,
    renews      integer     not null,
    body        text        not null,
    inputs      text        not null,
    primary key (contract_id, day)
);

create function snapshots_never_change() returns trigger
    language plpgsql
as $$
begin
    raise exception 'forecast_snapshot is written once: % refused', tg_op;
end
$$;

create trigger snapshots_never_change
    before update or delete or truncate on forecast_snapshot
    for each statement
execute function snapshots_never_change();

-- The day that all open contracts were last forecast for: time alone moves them.
create table forecast_day (
    only_row boolean primary key default true check (only_row),
    day      date    not null default '0001-01-01'
);
insert into forecast_day default values;

-- What would make a figure wrong, and what was done about it. No amount where what came could not be read at all.
create table data_quality (
    contract_id    text        not null,
    code           text        not null,
    account_id     text,
    treatment      text        not null,
    detail         text        not null,
    at_stake_minor bigint,
    currency       text,
    since          timestamptz not null,
    primary key (contract_id, code)
);
create index data_quality_of_account on data_quality (account_id);
