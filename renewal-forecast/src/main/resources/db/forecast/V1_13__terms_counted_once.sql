-- False where there was no such term: what was lost is lost in the one before. True for rows of before.
alter table renewal_outcome
    add column began boolean not null default true;

-- The transaction that wrote it: a renewal that is decided is due in the portfolio no more. As in forecast.
alter table renewal_outcome
    add column changed bigint not null default pg_current_xact_id()::text::bigint;
create index renewal_outcome_by_change on renewal_outcome (changed);
