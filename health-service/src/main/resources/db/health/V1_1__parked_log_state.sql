-- What the log had said when a fact was parked: when its account leaves quarantine, the fact is folded as it would have
-- been then.
alter table parked_fact add column log_state bytea;

update parked_fact p
   set log_state = (select c.log_state
                      from quarantine q join checkpoint c on c.partition = q.partition
                     where q.account_id = p.account_id
                     order by c.moved_at desc limit 1);

alter table parked_fact alter column log_state set not null;
