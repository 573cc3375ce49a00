-- What a key's traffic is for: that of a test key is checked and answered, and reaches no topic and no other table.
alter table source_key add column environment text not null default 'LIVE' check (environment in ('LIVE', 'TEST'));
