-- Where each partition of customer-events stands. Whoever raised the epoch last owns it: every transaction of the fold
-- begins by moving this row, guarded by epoch and expected offset (ARCHITECTURE 4.6).
create table checkpoint (
    topic         text        not null,
    partition     integer     not null,
    topic_id      uuid        not null,
    epoch         bigint      not null,
    next_offset   bigint      not null,
    -- where reading begins to rebuild the window of seen facts
    dedup_offset  bigint      not null,
    -- the log's clock, for people; null before the first tick; the truth is in log_state
    log_time      timestamptz,
    log_state     bytea,
    moved_at      timestamptz not null default clock_timestamp(),
    primary key (topic, partition)
);

-- One row per account: the engine's state, and beside it what lists and pages read.
create table account_state (
    account_id     text collate "C" primary key,
    partition      integer     not null,
    -- the revision that this one was folded from: guards the upsert of a set
    prior_rev      bigint      not null,
    -- counts the steps of the fold; also the revision on health-changes
    rev            bigint      not null,
    state          bytea       not null,
    next_boundary  timestamptz,
    name           text,
    score          integer,
    grade          text,
    segment        text,
    arr_minor      bigint,
    arr_currency   text,
    changed_at     timestamptz,
    -- the newest record of health-changes, whole; json and not jsonb, which refuses \u0000 and so one bad name could stop
    -- a partition
    health         json
);
create index account_state_of_partition on account_state (partition, account_id);
create index account_state_boundary on account_state (partition, next_boundary) where next_boundary is not null;
create index account_state_by_score on account_state (score, account_id) where score is not null;
create index account_state_by_arr on account_state ((coalesce(arr_minor, -1)), account_id) where score is not null;

-- Every change of a score that was announced: valid_from is event time, known_at the log's time.
create table health_history (
    account_id      text collate "C" not null,
    rev             bigint      not null,
    valid_from      timestamptz not null,
    known_at        timestamptz not null,
    score           integer     not null,
    previous_score  integer,
    grade           text        not null,
    previous_grade  text,
    confidence      integer     not null,
    contributions   json        not null,
    model_version   text        not null,
    primary key (account_id, rev)
);
create index health_history_by_time on health_history (account_id, valid_from desc, rev desc);

-- Each episode after its newest transition.
create table signal (
    episode_id  uuid primary key,
    transition  integer     not null,
    state       text        not null,
    is_open     boolean     not null,
    account_id  text collate "C",
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    -- the newest record of signals, whole
    signal      json       not null
);
create index signal_of_account on signal (account_id, opened_at desc);
create index signal_open on signal (opened_at desc, episode_id) where is_open;
create index signal_by_opening on signal (opened_at desc, episode_id);

-- Accounts whose fold failed. Their later facts wait in parked_fact, in order; nobody else is held up.
create table quarantine (
    account_id    text collate "C" primary key,
    partition     integer     not null,
    log_offset    bigint      not null,
    event_type    text        not null,
    event_source  text        not null,
    event_id      text        not null,
    reason        text        not null,
    letter_id     uuid        not null,
    since         timestamptz
);
create index quarantine_of_partition on quarantine (partition);

create table parked_fact (
    account_id  text collate "C" not null,
    log_offset  bigint not null,
    headers     json   not null,
    value       bytea  not null,
    primary key (account_id, log_offset)
);
