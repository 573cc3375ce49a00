-- Facts that were taken back and with which somebody may have written something: of what comes later nothing is kept.
create table retracted_fact (
    source       text        not null,
    fact_id      text        not null,
    account_id   text        not null,
    retracted_at timestamptz not null,
    primary key (source, fact_id, account_id)
);
create index retracted_fact_age on retracted_fact (retracted_at);

-- Which fact a text came with; of texts from before only surveys say it.
alter table person_text add column fact_id text;
update person_text set fact_id = ref where said_in = 'SURVEY';
create index person_text_fact on person_text (source, fact_id);
