-- People also write feedback, and say in their words what an objective is.
alter table person_text drop constraint person_text_said_in_check;
alter table person_text
    add constraint person_text_said_in_check check (said_in in ('TICKET', 'SURVEY', 'FEEDBACK', 'OBJECTIVE'));
