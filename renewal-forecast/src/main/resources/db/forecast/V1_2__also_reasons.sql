-- The other reasons of a signal's episode, separated by blanks.
alter table signal
    add column also_reasons text not null default '';
