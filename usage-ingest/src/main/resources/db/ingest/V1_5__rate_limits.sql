-- How much a source may send over HTTP on average; null for what every source may.
alter table source add column events_per_second integer check (events_per_second > 0);
