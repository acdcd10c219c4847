-- ---- What comes back ----

-- What came back from a member, and what it led to. The text has a line each for the stage, points and things that came
-- back.
CREATE TABLE bounce (
  list       TEXT    NOT NULL,
  key        BLOB    NOT NULL,
  record     TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (list, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX bounce_expiring ON bounce (expires_at);

-- What was applied to a member, so that it is applied once.
CREATE TABLE applied_feedback (
  list       TEXT    NOT NULL,
  key        BLOB    NOT NULL,
  id         TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (list, key, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX applied_feedback_expiring ON applied_feedback (expires_at);

-- To whom a copy went, and of which post it is; NULL for the copies of earlier versions.
ALTER TABLE sent_copy ADD COLUMN list TEXT;
ALTER TABLE sent_copy ADD COLUMN post TEXT;
ALTER TABLE sent_copy ADD COLUMN subscriber BLOB;

-- ---- How much comes back ----

-- How many copies of a post came back for which reason, how many for good, how many were complained of.
CREATE TABLE post_count (
  list       TEXT    NOT NULL,
  post       TEXT    NOT NULL,
  counter    TEXT    NOT NULL,
  number     INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (list, post, counter)
) STRICT, WITHOUT ROWID;

CREATE INDEX post_count_expiring ON post_count (expires_at);

-- The members who count there, so that each counts once.
CREATE TABLE post_mark (
  post       TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  key        BLOB    NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (post, kind, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX post_mark_expiring ON post_mark (expires_at);

-- The lists with which something is or was wrong.
CREATE TABLE list_health (
  list   TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (list)
) STRICT, WITHOUT ROWID;
