-- When what a CRM reads of a contract changed last, and how often: its forecast, or the final call on it, which a person may change alone.
-- With defaults, for replicas of the version before, which run beside this one while it is rolled out: what they change is told with the next
-- change. The update writes every row once, a second or two for 100,000 contracts, in which none is forecast.
alter table forecast
    add column told_at  timestamptz not null default playcaller_now(),
    add column told_rev bigint      not null default 0;
update forecast set told_at = as_of, told_rev = rev;

drop index open_forecast_by_time;
create index open_forecast_by_told on forecast (told_at, contract_id) where open;
