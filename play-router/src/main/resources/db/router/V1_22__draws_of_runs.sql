-- With which share in percent a lot was drawn when a run began, in either arm. Null where none was drawn: the share was 0, the signal was
-- critical, or a play that gave up named this one. It is not known of runs that began before; they are null, too.
-- Replicas of the version before V1_21 must have ended (the changelog says so): what they begin is not looked back at, and they would tell
-- looks from the start as ends.
alter table play_run add column holdout_percent integer;
