-- A record is stored as it came while its row has up to 8 KB: PostgreSQL compresses what has more than some 2 KB and moves it
-- to another table, and each record would pay for that twice, written and read again moments later. Holds up no reader and no
-- writer and rewrites nothing: rows that wait keep their form.
alter table outbox set (toast_tuple_target = 8160);
