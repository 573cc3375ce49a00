-- One schema per service in one database (health-service has two more), and one user per service, who owns these and may
-- touch nothing else. A service makes and changes its own tables (Flyway), as that user.
--
-- For psql, as one who may create roles; it takes the passwords from the environment, and refuses to go on without.
\set ON_ERROR_STOP on
\getenv console_password PLAYCALLER_CONSOLE_DB_PASSWORD
\getenv ingest_password PLAYCALLER_INGEST_DB_PASSWORD
\getenv health_password PLAYCALLER_HEALTH_DB_PASSWORD
\getenv router_password PLAYCALLER_ROUTER_DB_PASSWORD
\getenv forecast_password PLAYCALLER_FORECAST_DB_PASSWORD

create role playcaller_console login password :'console_password';
create role playcaller_ingest login password :'ingest_password';
create role playcaller_health login password :'health_password';
create role playcaller_router login password :'router_password';
create role playcaller_forecast login password :'forecast_password';

-- Nobody else enters the database, and nobody makes anything outside of the own schema.
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME"
    to playcaller_console, playcaller_ingest, playcaller_health, playcaller_router, playcaller_forecast;
revoke all on schema public from public;

create schema console authorization playcaller_console;
create schema ingest authorization playcaller_ingest;
create schema health authorization playcaller_health;
create schema router authorization playcaller_router;
create schema forecast authorization playcaller_forecast;

-- Where health-service makes its state anew from the log, and keeps what that replaced.
create schema health_rebuild authorization playcaller_health;
create schema health_rebuild_before authorization playcaller_health;
