-- Accounts, their sessions, the flows that lead to them and the guess ledger.
--
-- Identifiers are blobs of 16 bytes that begin with the time, so new rows come to lie together. Moments are
-- milliseconds since 1970, UTC. Columns `beginning`, `state`, `content`, `origin` and `profile` are records: see
-- Tables/Records. What a query looks at has a column of its own.

CREATE TABLE account (
    id BLOB NOT NULL PRIMARY KEY,
    created_at INTEGER NOT NULL,
    is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
    -- Names with a space between them.
    roles TEXT NOT NULL,
    password TEXT,
    password_count INTEGER NOT NULL,
    password_anchor INTEGER NOT NULL,
    profile BLOB
) STRICT, WITHOUT ROWID;

-- An account does not go before its contacts have gone: each takes its count back to its slot.
CREATE TABLE contact (
    -- The canonical text. No two accounts have one contact.
    name TEXT NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    account BLOB NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL,
    -- As it is written to.
    text TEXT NOT NULL,
    proved_at INTEGER NOT NULL,
    was_added INTEGER NOT NULL CHECK (was_added IN (0, 1)),
    is_muted INTEGER NOT NULL CHECK (is_muted IN (0, 1)),
    short_count INTEGER NOT NULL,
    short_anchor INTEGER NOT NULL,
    long_count INTEGER NOT NULL,
    long_anchor INTEGER NOT NULL,
    noticed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_by_account ON contact (account);

CREATE TABLE device (
    id BLOB NOT NULL PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    token INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    short_count INTEGER NOT NULL,
    short_anchor INTEGER NOT NULL,
    long_count INTEGER NOT NULL,
    long_anchor INTEGER NOT NULL,
    noticed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX device_by_account ON device (account);
CREATE INDEX device_by_seen_at ON device (seen_at);

CREATE TABLE session (
    id BLOB NOT NULL PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    -- Names with a space between them, in order.
    methods TEXT NOT NULL,
    authenticated_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    strongly_confirmed_at INTEGER,
    generation INTEGER NOT NULL,
    rotated_at INTEGER NOT NULL,
    user_agent TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- When purging looks at the row, never after it expires. Expiry moves with every refresh; this does not, so
    -- a refresh touches no index.
    due_at INTEGER NOT NULL,
    device BLOB,
    device_name TEXT,
    origin BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account);
CREATE INDEX session_by_due_at ON session (due_at);

CREATE TABLE flow (
    id BLOB NOT NULL PRIMARY KEY,
    -- The account it is for, if there is one.
    account BLOB,
    version INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- What is settled at the start, and what moves.
    beginning BLOB NOT NULL,
    state BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX flow_by_account ON flow (account) WHERE account IS NOT NULL;
CREATE INDEX flow_by_expires_at ON flow (expires_at);

-- Guesses at contacts without an account. At most 131,072 rows; one that is missing has counted nothing.
CREATE TABLE ledger_slot (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number BETWEEN 0 AND 131071),
    short_count INTEGER NOT NULL,
    short_anchor INTEGER NOT NULL,
    long_count INTEGER NOT NULL,
    long_anchor INTEGER NOT NULL,
    noticed_at INTEGER
) STRICT;

-- Over all contacts, by hours since 1970.
CREATE TABLE guess_hour (hour INTEGER NOT NULL PRIMARY KEY, count INTEGER NOT NULL) STRICT;
CREATE TABLE sign_in_hour (hour INTEGER NOT NULL PRIMARY KEY, count INTEGER NOT NULL) STRICT;
CREATE TABLE fleet (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    alert TEXT NOT NULL,
    -- The sum of `sign_in_hour`: four weeks of hours are too many to add up at every guess.
    sign_ins INTEGER NOT NULL
) STRICT;
INSERT INTO fleet (id, alert, sign_ins) VALUES (1, 'quiet', 0);

-- In the order in which it is sent.
CREATE TABLE message (
    created_at INTEGER NOT NULL,
    id BLOB NOT NULL,
    -- When it may be handed out: at once, after a retry's wait, or when its lease ends.
    due_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (created_at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_by_expires_at ON message (expires_at);

-- It outlives its account.
CREATE TABLE history (
    account BLOB NOT NULL,
    id BLOB NOT NULL,
    time INTEGER NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    origin BLOB NOT NULL,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE vault (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    since INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- A restored backup begins an epoch. What it knows of sessions and guesses is old: sessions end, budgets start
-- empty, and nothing that was under way goes on or is sent again.
CREATE TRIGGER epoch_begins AFTER UPDATE OF number ON epoch BEGIN
    DELETE FROM session;
    DELETE FROM flow;
    DELETE FROM message;
    DELETE FROM ledger_slot;
    UPDATE contact SET short_count = 0, long_count = 0 WHERE short_count > 0 OR long_count > 0;
    UPDATE device SET short_count = 0, long_count = 0 WHERE short_count > 0 OR long_count > 0;
    UPDATE account SET password_count = 0 WHERE password_count > 0;
END;
