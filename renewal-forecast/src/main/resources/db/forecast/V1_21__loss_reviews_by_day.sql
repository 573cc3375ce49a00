-- Every review of a contract by its day, where there was the newest one alone: a contract that shrinks and later ends has two losses, and the
-- review of the second took away that of the first. A replica of the version before cannot write reviews any more; it tries again until it
-- is replaced, and none is lost.
alter table loss_review add column reviewed_on date;
update loss_review set reviewed_on = (body::jsonb ->> 'reviewedOn')::date;
alter table loss_review
    alter column reviewed_on set not null,
    drop constraint loss_review_pkey,
    add primary key (contract_id, reviewed_on);
