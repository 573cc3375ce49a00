-- The dimensions of a score as they were said with it; a change of before has none. json as contributions are, for the same reason.
alter table health_history add column dimensions json;
