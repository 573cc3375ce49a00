-- Accounts under contract that are in another tier, until somebody has them by the new one: rev is that of the account's health when it
-- was so, former the tier whose people have it, since by the business clock.
create table tier_change (
    account_id text primary key,
    rev        bigint      not null,
    former     text        not null,
    tier       text        not null,
    since      timestamptz not null,
    profile    jsonb       not null
);

-- Open signals of tickets that keep coming back: which of them are of one theme is asked every ten seconds. Building it holds up writers
-- of the table, some seconds a million signals.
create index signal_recurring on signal (episode_id) where open and body ->> 'reason' = 'sup.recurring';
