-- Business time. Production leaves the offset at zero; tests, the demo and `playcaller clock` move it.
create table clock_offset (
    only_row     boolean primary key default true check (only_row),
    offset_value interval not null default interval '0'
);

insert into clock_offset default values;

-- Seconds, not days, are added, so that no session's time zone has a say. Leases use clock_timestamp() instead.
create function playcaller_now() returns timestamptz
    language sql
    volatile
    return (select clock_timestamp() + make_interval(secs => extract(epoch from offset_value)::double precision)
            from clock_offset);
