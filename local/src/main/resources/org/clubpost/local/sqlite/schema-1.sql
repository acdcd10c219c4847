-- Times are nanoseconds since 1970, keys of people 16 octets, lists of texts JSON arrays.
-- In a shell: SELECT datetime(since / 1000000000, 'unixepoch'), hex(key) FROM subscriber.

-- What belongs to the installation as a whole, such as the domain of its lists.
CREATE TABLE installation (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A list without a domain is no longer one (or not yet): its subscribers stay on record.
CREATE TABLE list (
  id                TEXT    NOT NULL PRIMARY KEY,
  domain            TEXT,
  confirmed_members INTEGER NOT NULL DEFAULT 0 CHECK (confirmed_members >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_setting (
  list  TEXT NOT NULL REFERENCES list (id) ON DELETE CASCADE,
  name  TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (list, name)
) STRICT, WITHOUT ROWID;

-- In the order of the keys, because every delivery reads a slice of them.
CREATE TABLE subscriber (
  list                TEXT    NOT NULL REFERENCES list (id),
  key                 BLOB    NOT NULL CHECK (length(key) = 16),
  status              TEXT    NOT NULL,
  revision            INTEGER NOT NULL,
  address             TEXT    NOT NULL,
  name                TEXT    NOT NULL,
  language            TEXT    NOT NULL,
  -- of a request: what the form was, who asked, and the links that confirm it
  form                TEXT,
  wording             TEXT,
  links               TEXT,
  requested_at        INTEGER,
  requested_source    TEXT,
  requested_agent     TEXT,
  expires_at          INTEGER,
  -- of a member
  since               INTEGER,
  greeted             INTEGER,
  own_posts           TEXT,
  copy_when_addressed INTEGER,
  -- by what right: an owner's word, or the person's own two steps
  consent_at          INTEGER,
  consent_reason      TEXT,
  consent_form        TEXT,
  consent_wording     TEXT,
  consent_link        TEXT,
  asked_at            INTEGER,
  asked_source        TEXT,
  asked_agent         TEXT,
  confirmed_at        INTEGER,
  confirmed_source    TEXT,
  confirmed_agent     TEXT,
  -- of who left
  left_at             INTEGER,
  left_way            TEXT,
  -- of a former member who asks again: the person as it left
  former_address      TEXT,
  former_name         TEXT,
  former_language     TEXT,
  -- of who is suppressed
  suppressed_at       INTEGER,
  suppressed_reason   TEXT,
  PRIMARY KEY (list, key)
) STRICT, WITHOUT ROWID;

-- The requests of strangers, for the sweep.
CREATE INDEX subscriber_expiring ON subscriber (expires_at) WHERE expires_at IS NOT NULL AND former_address IS NULL;

CREATE TABLE post (
  id            TEXT    NOT NULL PRIMARY KEY,
  list          TEXT    NOT NULL,
  mail          TEXT    NOT NULL,
  author        TEXT    NOT NULL,
  subject       TEXT    NOT NULL,
  size_octets   INTEGER NOT NULL,
  authors       BLOB    NOT NULL,
  addressed     BLOB    NOT NULL,
  posters       TEXT    NOT NULL,
  state         TEXT    NOT NULL,
  settled       INTEGER NOT NULL,
  reason        TEXT,
  reason_values TEXT,
  decider       TEXT,
  links         TEXT,
  told          INTEGER,
  until         INTEGER,
  prepared      TEXT,
  ranges        INTEGER,
  since         INTEGER,
  at            INTEGER,
  why           TEXT,
  sent          INTEGER,
  failed        INTEGER,
  reported      INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX post_of_list ON post (list, id);
CREATE INDEX post_unsettled ON post (list, id) WHERE settled = 0;

-- A range without a cursor is finished.
CREATE TABLE delivery_range (
  post         TEXT    NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  number       INTEGER NOT NULL,
  list         TEXT    NOT NULL,
  first        BLOB    NOT NULL,
  last         BLOB    NOT NULL,
  next         BLOB,
  ahead        BLOB,
  sent         INTEGER NOT NULL,
  failed       INTEGER NOT NULL,
  holder       TEXT,
  leased_until INTEGER,
  PRIMARY KEY (post, number)
) STRICT, WITHOUT ROWID;

-- Who did not get a post.
CREATE TABLE failure (
  post          TEXT    NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  key           BLOB    NOT NULL,
  kind          TEXT    NOT NULL,
  reason        TEXT    NOT NULL,
  reason_values TEXT    NOT NULL,
  attempts      INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  PRIMARY KEY (post, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE post_number (
  list   TEXT    NOT NULL,
  number INTEGER NOT NULL,
  post   TEXT    NOT NULL UNIQUE,
  PRIMARY KEY (list, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_mail (
  list        TEXT    NOT NULL,
  fingerprint TEXT    NOT NULL,
  post        TEXT    NOT NULL,
  expires_at  INTEGER NOT NULL,
  PRIMARY KEY (list, fingerprint)
) STRICT, WITHOUT ROWID;

CREATE INDEX seen_mail_expiring ON seen_mail (expires_at);

-- Which post a copy belongs to, by the Message-ID that SES gave the copy.
CREATE TABLE sent_copy (
  id         TEXT    NOT NULL PRIMARY KEY,
  original   TEXT    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sent_copy_expiring ON sent_copy (expires_at);

CREATE TABLE rate_limit (
  kind       TEXT    NOT NULL,
  key        TEXT    NOT NULL,
  length     INTEGER NOT NULL,
  window     INTEGER NOT NULL,
  hits       INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (kind, key, length, window)
) STRICT, WITHOUT ROWID;

CREATE INDEX rate_limit_expiring ON rate_limit (expires_at);

-- How many mails were claimed for a second, over all workers.
CREATE TABLE send_second (
  second     INTEGER NOT NULL PRIMARY KEY,
  claimed    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
