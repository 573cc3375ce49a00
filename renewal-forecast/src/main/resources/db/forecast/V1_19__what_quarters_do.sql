-- What a quarter does to all renewals at once, as it was found once its renewals were closed: a row a quarter for each belief that was configured.
create table period_term (
    until     date             not null,
    believed  double precision not null,
    deviation double precision not null check (deviation >= 0 and deviation <= 2),
    quarters  integer          not null,
    renewals  integer          not null,
    primary key (believed, until)
);
