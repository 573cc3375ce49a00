-- A finding may be about an account; null for what is wrong with our set-up alone.
alter table finding add column account_id text;

-- What runs of plays and findings ask of hand-overs.
create index hand_over_of_account on hand_over (account_id, role, proposed_at);
create index hand_over_rejected on hand_over (proposed_at) where state = 'rejected';
