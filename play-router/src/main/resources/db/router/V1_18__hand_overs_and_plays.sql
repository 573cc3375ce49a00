-- The account that a finding is about; null where it is about none.
alter table finding add column account_id text;

-- A rejection that is no risk of the account any more. What was rejected before it was one counts as settled: until then nobody could
-- withdraw it.
alter table hand_over add column settled boolean not null default false;
update hand_over set settled = true where state = 'rejected';

-- What runs of plays and findings ask of hand-overs.
create index hand_over_of_account on hand_over (account_id, role, proposed_at);
create index hand_over_rejected on hand_over (proposed_at) where state = 'rejected' and not settled;
