-- ---- States of a subscriber besides pending, confirmed, left and suppressed ----

-- Why somebody left, as far as they said it.
ALTER TABLE subscriber ADD COLUMN leave_reason TEXT;
-- Who took somebody off: an owner and the address, or another word of Actor.
ALTER TABLE subscriber ADD COLUMN removed_by TEXT;
-- Of a member who changed the address: at the old key the new one; at the new key the old ones, a line each: key, blank,
-- time.
ALTER TABLE subscriber ADD COLUMN moved_to BLOB;
ALTER TABLE subscriber ADD COLUMN moves TEXT;
-- Why nothing but the key is left of somebody. Whoever has moved or is forgotten has an empty address, name and language.
ALTER TABLE subscriber ADD COLUMN forgotten_way TEXT;
-- Of somebody who waits for the owners' yes: the act of confirming. What was asked for stays in the columns of the request.
ALTER TABLE subscriber ADD COLUMN applied_at INTEGER;
ALTER TABLE subscriber ADD COLUMN applied_source TEXT;
ALTER TABLE subscriber ADD COLUMN applied_agent TEXT;
-- What somebody was before a new request.
ALTER TABLE subscriber ADD COLUMN former_status TEXT;

-- ---- Changes of address ----

-- The latest wish of a person for another address. It goes some time after its links have ended to work.
CREATE TABLE address_change (
  person     BLOB    NOT NULL PRIMARY KEY,
  wish       TEXT    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX address_change_expiring ON address_change (expires_at);

-- Of an event that a member has another address: the key and, where events tell addresses, the address before it.
ALTER TABLE event ADD COLUMN before_key TEXT;
ALTER TABLE event ADD COLUMN before_address TEXT;

-- ---- The log: what was done, and by whom ----

-- An entry belongs into the log of the list (listed = 1), into the history of the person whom it is about, or into both.
-- Changes are a JSON array of texts, three for each: what, before, after. The id begins with the time.
CREATE TABLE act (
  list       TEXT    NOT NULL,
  id         TEXT    NOT NULL,
  actor      TEXT    NOT NULL,
  act        TEXT    NOT NULL,
  about      TEXT    NOT NULL,
  listed     INTEGER NOT NULL,
  changes    TEXT    NOT NULL,
  undoes     TEXT,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (list, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX act_listed ON act (list, id) WHERE listed = 1;
CREATE INDEX act_about ON act (list, about, id);
CREATE INDEX act_expiring ON act (expires_at);

-- By whose word somebody was brought in; NULL when that is not known.
ALTER TABLE subscriber ADD COLUMN consent_by TEXT;

-- The very words that people were shown before they agreed, by their SHA-256.
CREATE TABLE wording (
  digest TEXT NOT NULL PRIMARY KEY,
  words  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The words of the mail that asked to confirm: of the newest link of a request, and of the consent.
ALTER TABLE subscriber ADD COLUMN mail_wording TEXT;
ALTER TABLE subscriber ADD COLUMN consent_mail_wording TEXT;

-- Mails to many: an import leaves a hundred thousand of them, and nothing else is looked for among those.
CREATE INDEX note_task_for_many ON note_task (due, list, kind, about) WHERE kind = 'ADDED';
CREATE INDEX note_task_soon ON note_task (due, list, kind, about) WHERE kind <> 'ADDED';

-- ---- How far sign-ups get ----

-- Numbers of a list and a day (2026-12-31) in its time zone: how many asked to join, opened their link and confirmed.
CREATE TABLE funnel (
  list       TEXT    NOT NULL,
  day        TEXT    NOT NULL,
  asked      INTEGER NOT NULL,
  shown      INTEGER NOT NULL,
  confirmed  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (list, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX funnel_expiring ON funnel (expires_at);
