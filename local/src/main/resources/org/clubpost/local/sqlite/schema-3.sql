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
