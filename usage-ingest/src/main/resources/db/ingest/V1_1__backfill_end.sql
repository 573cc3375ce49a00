-- The end of a run is said in the log once every fact with this id or a lower one has left the outbox: what the register
-- committed before the end was asked for stands in the log before it. Null where nothing waited, and while the run is open.
alter table backfill_run add column end_after_outbox_id bigint;
