-- The renewal before the one that was decided, where one is remembered: how long the term was. Null for rows of before.
alter table renewal_outcome
    add column since date;

-- The losses that wait for their review, as of the last look at their account: the last one of each contract. Who waits is looked at each
-- day, also where no contract of the account is open any more.
create table loss_waiting (
    contract_id text primary key,
    account_id  text not null,
    on_day      date not null,
    due_on      date not null
);
create index loss_waiting_of_account on loss_waiting (account_id);

-- What a CRM asks for: decisions in the order in which they were taken or carried out.
create index decision_by_change on decision ((coalesce(done_at, decided_at)), (decision_id::text));
