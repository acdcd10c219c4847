-- ---- Who is on a list, in three orders ----

-- The place in each order: a text that no other row of the list has, folded and compared by its octets. Empty where the
-- address is not known any more. What was there before is filled in by the program (SubscriberRows.putInOrder).
ALTER TABLE subscriber ADD COLUMN by_address TEXT;
ALTER TABLE subscriber ADD COLUMN by_name TEXT;
ALTER TABLE subscriber ADD COLUMN by_joined TEXT;

CREATE INDEX subscriber_by_address ON subscriber (list, by_address) WHERE by_address IS NOT NULL;
CREATE INDEX subscriber_by_name ON subscriber (list, by_name) WHERE by_name IS NOT NULL;
CREATE INDEX subscriber_by_joined ON subscriber (list, by_joined) WHERE by_joined IS NOT NULL;

-- What only owners see of a person: a remark, and for a while what a change of theirs replaced.
CREATE TABLE member_text (
  list       TEXT    NOT NULL,
  key        BLOB    NOT NULL,
  kind       TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  replaced_by TEXT   NOT NULL,
  at         INTEGER NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (list, key, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_text_expiring ON member_text (expires_at) WHERE expires_at IS NOT NULL;

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

-- ---- Lists that are made and deleted in the rooms, and their log ----

-- By which way somebody did something; not there where nobody knows.
ALTER TABLE act ADD COLUMN way TEXT;

-- Until when a deleted list can come back. Whoever looks for lists does not find one that has it.
ALTER TABLE list ADD COLUMN deleted_until INTEGER;

CREATE INDEX list_deleted ON list (deleted_until) WHERE deleted_until IS NOT NULL;

-- ---- What is counted beforehand ----

-- The figures of a list, as lines of numbers.
CREATE TABLE list_figures (
  list       TEXT    NOT NULL,
  record     TEXT    NOT NULL,
  PRIMARY KEY (list)
) STRICT, WITHOUT ROWID;

-- ---- Calls of programs ----

-- The calls to which a program gave a name, so that one made again does nothing twice. NAME is a digest.
CREATE TABLE call (
  person     TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  record     TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX call_expiring ON call (expires_at);
