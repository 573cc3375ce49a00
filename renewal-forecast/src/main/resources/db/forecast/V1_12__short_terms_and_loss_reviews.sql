-- The renewal before the one that was decided, where one is remembered: how long the term was. Null for rows of before.
alter table renewal_outcome
    add column since date;
