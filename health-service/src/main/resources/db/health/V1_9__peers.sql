-- When peers of relative measures were counted last, and what the log was told of them last. One row.
create table peer_count (
    only_one    boolean primary key default true check (only_one),
    -- a UTC day of the log's time
    counted_on  date,
    -- the data of the last peer-baseline-published
    told        text
);
insert into peer_count default values;
