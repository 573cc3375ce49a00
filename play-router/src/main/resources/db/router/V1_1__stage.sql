-- The stage of an account's life as health-service sees it: rules mute signals while it lasts. stage_at says when that was
-- so, stage_rev at which revision of its health it became so.
alter table account
    add column stage     text,
    add column stage_at  timestamptz,
    add column stage_rev bigint not null default 0;
