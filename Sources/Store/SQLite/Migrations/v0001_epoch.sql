-- The life of this database. A restored backup begins a new one: what was made in an older epoch (sessions,
-- budgets) counts as ended or empty.
CREATE TABLE epoch (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL CHECK (number >= 1),
    -- Milliseconds since 1970, UTC.
    began_at INTEGER NOT NULL
) STRICT;

INSERT INTO epoch (id, number, began_at) VALUES (1, 1, 0);
