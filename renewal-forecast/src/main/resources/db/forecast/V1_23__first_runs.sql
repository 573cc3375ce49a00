-- An account counts in the lift of a play by its first run: whether it had one before is asked of the ends, which are kept of all runs.
create index play_end_by_account on play_end (play, account_id, started_at);
