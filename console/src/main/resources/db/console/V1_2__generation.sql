-- A session belongs to the generation of its user's sessions in which the password was compared. A new password, and being
-- switched off, begin the next one: whoever logged in before has to do so again.
alter table app_user add column generation integer not null default 0;
alter table session add column generation integer not null default 0;
