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
