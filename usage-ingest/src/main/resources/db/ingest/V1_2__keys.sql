-- Write keys have names, successors and an end. Validity is judged by clock_timestamp(): a key is a matter of security, and
-- not of business time.
alter table source_key
    add column key_id       uuid not null default gen_random_uuid(),
    add column name         text not null default 'bootstrap',
    add column created_by   text,
    -- Set when a successor took its place.
    add column valid_until  timestamptz,
    -- Written once an hour at most.
    add column last_used_at timestamptz;

create unique index source_key_id on source_key (key_id);
create index source_key_source on source_key (source);
