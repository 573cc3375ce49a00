-- When what a CRM reads of a contract changed last, and how often: its forecast, or the final call on it, which a person may change alone.
alter table forecast
    add column told_at  timestamptz,
    add column told_rev bigint;
update forecast set told_at = as_of, told_rev = rev;
alter table forecast
    alter column told_at set not null,
    alter column told_rev set not null;

drop index open_forecast_by_time;
create index open_forecast_by_told on forecast (told_at, contract_id) where open;
