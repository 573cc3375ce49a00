-- Nobody is written to before somebody said so. What stands here stays as it is: it was said, or taken for said, under what held then.
-- Rows of whom nothing was said yet (version 0) are read as not said, whatever stands in them.
alter table person alter column may_contact set default false;
