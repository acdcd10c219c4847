-- What the owners of lists are to be told together with other things.
CREATE TABLE owner_news (
  due   INTEGER NOT NULL,
  list  TEXT    NOT NULL,
  kind  TEXT    NOT NULL,
  about TEXT    NOT NULL,
  PRIMARY KEY (due, list, kind, about)
) STRICT, WITHOUT ROWID;
-- Until which day a member pauses (2026-12-31). And of who left and may come back: the columns of a member keep how the
-- membership was until they are erased, and told_goodbye says whether the goodbye mail went out.
ALTER TABLE subscriber ADD COLUMN paused_until TEXT;
ALTER TABLE subscriber ADD COLUMN told_goodbye INTEGER;
-- ---- Requests to join, and the mails that they cause ----

-- What was asked for on the form and is not answered yet. A row goes with its answer. Who asks again before that only
-- adds to the times.
CREATE TABLE sign_up (
  list       TEXT    NOT NULL,
  key        BLOB    NOT NULL,
  address    TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  language   TEXT    NOT NULL,
  form       TEXT    NOT NULL,
  wording    TEXT    NOT NULL,
  asked_at   INTEGER NOT NULL,
  source     TEXT    NOT NULL,
  user_agent TEXT    NOT NULL,
  since      INTEGER NOT NULL,
  due        INTEGER NOT NULL,
  in_line    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  times      INTEGER NOT NULL,
  PRIMARY KEY (list, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_up_due ON sign_up (due);
CREATE INDEX sign_up_in_line ON sign_up (due) WHERE in_line = 1;
CREATE INDEX sign_up_expiring ON sign_up (expires_at);

-- The mails that a mailbox got lately and did not answer, as a JSON array.
CREATE TABLE recent_mail (
  key        TEXT    NOT NULL PRIMARY KEY,
  mails      TEXT    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX recent_mail_expiring ON recent_mail (expires_at);

-- ---- What each link to confirm was sent for ----

-- Of a request with several links, what those before the newest stand for: a JSON array of objects with the members
-- link, address, name, language, form, wording, at, source and agent, all of them texts.
ALTER TABLE subscriber ADD COLUMN earlier_requests TEXT;
