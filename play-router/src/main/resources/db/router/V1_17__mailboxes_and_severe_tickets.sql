-- Several ids of people with one address are one mailbox: what is sent there, refused or came back counts for all of them.
-- Building it holds up writers of the table, a second for a million people.
create index contact_of_mailbox on contact (lower(email));

-- The mailbox that refused, in small letters; whoever has it is not written to. It goes with the person who has the row.
alter table contact_refusal add column email text;
update contact_refusal set email = lower(contact.email) from contact where contact.person_id = contact_refusal.person_id;
create index contact_refusal_of_mailbox on contact_refusal (email);

-- Since when a severity-1 ticket of the account is open, as health-service says it; null for none.
alter table account add column severe_since timestamptz;
