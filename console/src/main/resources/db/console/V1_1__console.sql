-- People and services that may ask for tokens. The e-mail address is kept in lower case.
create table app_user (
    email         text        primary key check (email = lower(email)),
    name          text        not null,
    -- Key in the directory of play-router; becomes the subject of tokens.
    staff_id      text,
    password_hash text        not null,
    -- Separated by blanks.
    roles         text        not null,
    active        boolean     not null,
    created_at    timestamptz not null default clock_timestamp()
);

-- Sessions of the page. The cookie holds the secret, the table its SHA-256. Real time: a clock that tests or the demo
-- move does not end or prolong a session.
create table session (
    secret_hash bytea       primary key,
    email       text        not null references app_user on delete cascade,
    created_at  timestamptz not null default clock_timestamp(),
    expires_at  timestamptz not null
);
create index session_of_user on session (email);

-- Attempts to log in, by hashed subject (an address, a user, both), within a window.
create table login_attempt (
    subject     text        primary key,
    attempts    integer     not null,
    window_ends timestamptz not null
);

-- The key that signs tokens, where no file is configured. One is active; earlier ones verify until their tokens ended.
create table signing_key (
    kid         text        primary key,
    private_key text        not null,
    active      boolean     not null,
    created_at  timestamptz not null default clock_timestamp()
);
create unique index one_active_key on signing_key (active) where active;
