-- ---- Those who run lists ----

-- Who has signed in: in which browsers, and what they chose. The text has a line each.
CREATE TABLE person (
  id         TEXT    NOT NULL,
  record     TEXT    NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_expiring ON person (expires_at);

-- The wishes to be signed in. TOLD is 1 when the mail was handed over.
CREATE TABLE sign_in (
  id         TEXT    NOT NULL,
  record     TEXT    NOT NULL,
  told       INTEGER NOT NULL,
  asked      INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_untold ON sign_in (told, asked);
CREATE INDEX sign_in_expiring ON sign_in (expires_at);
