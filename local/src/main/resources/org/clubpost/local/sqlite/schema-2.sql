-- Groups are JSON arrays of names, in their order; NULL for none.
ALTER TABLE subscriber ADD COLUMN member_groups TEXT;
ALTER TABLE post ADD COLUMN audience TEXT;

-- A post to a group reads nobody who is in no group.
CREATE INDEX subscriber_in_groups ON subscriber (list, key) WHERE member_groups IS NOT NULL;

-- By what right: an account with a service of the club.
ALTER TABLE subscriber ADD COLUMN consent_service TEXT;
ALTER TABLE subscriber ADD COLUMN consent_answer TEXT;

-- Events for the club's own programs, from the change that they tell of until they are handed to the webhooks.
CREATE TABLE event (
  id         TEXT    NOT NULL PRIMARY KEY,
  time       INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  list       TEXT    NOT NULL,
  about      TEXT    NOT NULL,
  address    TEXT,
  way        TEXT,
  cause      TEXT,
  decider    TEXT,
  sent       INTEGER,
  failed     INTEGER,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX event_by_time ON event (time, id);
CREATE INDEX event_expiring ON event (expires_at);

-- The webhooks of the latest start. One that is stopped wanted no more.
CREATE TABLE webhook (
  url        TEXT    NOT NULL PRIMARY KEY,
  stopped_at INTEGER
) STRICT, WITHOUT ROWID;

-- What each webhook has not taken yet. Without due_at it was given up, and stays for people to see.
CREATE TABLE webhook_delivery (
  url        TEXT    NOT NULL REFERENCES webhook (url) ON DELETE CASCADE,
  id         TEXT    NOT NULL,
  type       TEXT    NOT NULL,
  time       INTEGER NOT NULL,
  body       TEXT    NOT NULL,
  attempts   INTEGER NOT NULL,
  due_at     INTEGER,
  problem    TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (url, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_delivery_due ON webhook_delivery (url, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_delivery_expiring ON webhook_delivery (expires_at);

-- How a member is told of new posts: 'mail' or a phone number; NULL for not at all. And what is to be done for that.
ALTER TABLE subscriber ADD COLUMN notify TEXT;

CREATE TABLE note_task (
  due   INTEGER NOT NULL,
  list  TEXT    NOT NULL,
  kind  TEXT    NOT NULL,
  about TEXT    NOT NULL,
  PRIMARY KEY (due, list, kind, about)
) STRICT, WITHOUT ROWID;
