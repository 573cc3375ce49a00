-- Which model is in shadow: its scores are kept and told to nobody. One row; a null hash says that none is, and who ended it.
create table model_shadow (
    only_one  boolean     primary key default true check (only_one),
    hash      text        references model,
    since     timestamptz,
    -- a staff id
    author    text,
    reason    text
);
insert into model_shadow default values;

-- What that model says of an account as of the account's last step; emptied whenever another model is put in shadow, or none is.
create table shadow_score (
    account_id  text collate "C" primary key,
    -- of account_state: both scores are of this very state
    rev         bigint      not null,
    model_hash  text        not null,
    -- milli-points; null with nothing to measure
    score       integer,
    grade       text,
    -- the log's time
    known_at    timestamptz not null
);
