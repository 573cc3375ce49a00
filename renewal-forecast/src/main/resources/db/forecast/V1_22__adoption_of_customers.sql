-- Whether the day's adoption is that of customers alone. Days kept before counted accounts that had left, and accounts that are merged into
-- another one, too; who they were is not known any more, so that these days stay as they are and say so.
alter table adoption_day add column customers_only boolean not null default false;
