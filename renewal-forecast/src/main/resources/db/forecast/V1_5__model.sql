-- Models that were learnt, each with its card (JSON). Written once.
create table forecast_model (
    version  text        primary key,
    made_at  timestamptz not null,
    replaces text        not null,
    card     text        not null
);

-- Which model is in force: the last of these; 'prior', the model of day one as it is configured, before the first.
create table model_choice (
    place   bigint      generated always as identity primary key,
    version text        not null,
    since   timestamptz not null,
    author  text        not null,
    reason  text        not null
);

-- What came of each attempt to learn a better model (JSON).
create table model_trial (
    at   timestamptz primary key,
    body text        not null
);

-- When the last attempt began, so that one replica makes it; and the model that all contracts were last forecast with.
create table model_turn (
    only_row   boolean     primary key default true check (only_row),
    learnt_at  timestamptz not null default '0001-01-01T00:00:00Z',
    spread     text        not null default 'prior'
);
insert into model_turn default values;
