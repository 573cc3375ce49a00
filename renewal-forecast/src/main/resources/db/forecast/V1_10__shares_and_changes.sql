-- How much less and how much more a contract renews with, by the model that made the forecast (JSON, also in the body). Null for rows of
-- before: those of the prior, by which they were made.
alter table forecast
    add column shares text;

-- The transaction that last changed what portfolio figures are made from, so that a reading takes only what may not have been in the one
-- before. Transactions become visible in another order than they began in: a reading goes back to the oldest that ran then.
alter table forecast
    add column changed bigint not null default pg_current_xact_id()::text::bigint;
create index forecast_by_change on forecast (changed);

alter table account
    add column changed bigint not null default pg_current_xact_id()::text::bigint;
create index account_by_change on account (changed);

alter table health
    add column changed bigint not null default pg_current_xact_id()::text::bigint;
create index health_by_change on health (changed);

-- When the owners of an account were last told: rows of account_owner also go away.
create table owners_told (
    account_id text   primary key,
    changed    bigint not null default pg_current_xact_id()::text::bigint
);
create index owners_told_by_change on owners_told (changed);

-- Which accounts are one by merges is asked for the entries of one.
create index account_merged on account (merged_into) where merged_into is not null;
