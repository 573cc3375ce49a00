-- One schema per service, in one database. Each service makes its own tables (Flyway) when it starts.
create schema ingest;
create schema health;
create schema router;
create schema forecast;
create schema console;
