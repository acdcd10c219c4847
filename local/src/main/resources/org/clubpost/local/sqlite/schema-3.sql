-- What the owners of lists are to be told together with other things.
CREATE TABLE owner_news (
  due   INTEGER NOT NULL,
  list  TEXT    NOT NULL,
  kind  TEXT    NOT NULL,
  about TEXT    NOT NULL,
  PRIMARY KEY (due, list, kind, about)
) STRICT, WITHOUT ROWID;
