-- What is told of a contract beside its forecast (JSON): from which day on it brings how much, the renewal that it was last forecast for, and
-- what became of those before. Portfolio figures are made from it, so it carries the transaction that last changed it, as forecast does.
create table contract_book (
    contract_id text   primary key,
    account_id  text   not null,
    body        text   not null,
    changed     bigint not null default pg_current_xact_id()::text::bigint
);
create index contract_book_of_account on contract_book (account_id);
create index contract_book_by_change on contract_book (changed);

-- What is known already: the renewals ahead, and those that were decided since the quarter began. What contracts bring is read in the next sweep.
insert into contract_book (contract_id, account_id, body)
select contract.contract_id, contract.account_id,
    json_strip_nulls(json_build_object(
        'ahead', case when forecast.open then json_build_object(
            'renewalOn', forecast.renewal_on,
            'arr', json_build_object('minor', forecast.arr_minor, 'currency', forecast.currency),
            'ending', false) end,
        'decided', known.terms))::text
from contract
    left join forecast on forecast.contract_id = contract.contract_id
    left join (
        select contract_id,
            json_agg(json_build_object(
                'renewalOn', renewal_on,
                'arr', json_build_object('minor', arr_minor, 'currency', currency),
                'since', since,
                'kept', kept_minor,
                'net', net_minor) order by renewal_on) as terms
        from (
            select distinct on (contract_id, renewal_on) contract_id, renewal_on, arr_minor, currency, since, kept_minor,
                net_minor, began
            from renewal_outcome
            where renewal_on >= date_trunc('quarter', playcaller_now() at time zone 'UTC')::date
            order by contract_id, renewal_on, recorded_on desc) newest
        where began
        group by contract_id) known on known.contract_id = contract.contract_id
where forecast.open or known.contract_id is not null;

update forecast_day set day = '0001-01-01';
