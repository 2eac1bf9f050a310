"""The tables of a brief file, as ordered migrations.

A file made by migrations 1..n carries n as its `user_version`, and its schema must equal what those
migrations make, exactly: a trigger or a view in a file received from elsewhere could rewrite claims.
The first column of each sealed table, `h`, is a hash of the others (see `row_hashes`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from briefing.model import ACTOR_KINDS, CLAIM_KINDS, CONFIDENCE_LEVELS, CREDIBILITIES, FACETS, GRADES, STANCES

APPLICATION_ID = 0x42724431  # "BrD1"
MAX_VALUE = 64 * 1024 * 1024  # bytes in one value: a text, or an original file


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from the schema before it; `sql` is a script without transaction statements."""

    name: str
    sql: str


def _one_of(column: str, values: Sequence[str]) -> str:
    """Return the SQL for a column that holds one of `values`, none of which has a quotation mark in it."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"CHECK ({column} IN ({listed}))"


# The lists are those of the model. A migration that was released never changes, which a test holds: a new
# kind needs a migration of its own that makes the table again, and the old list written out here.
FIRST = f"""
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE brief (
  h BLOB NOT NULL CHECK (length(h) = 16),
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  title TEXT NOT NULL,
  as_of TEXT NOT NULL,
  cut_off TEXT NOT NULL,
  audience TEXT NOT NULL,
  author TEXT NOT NULL,
  marking TEXT NOT NULL,
  standard TEXT NOT NULL,
  edition INTEGER NOT NULL CHECK (edition BETWEEN 1 AND 1000000),
  template TEXT NOT NULL,
  language TEXT NOT NULL,
  sections TEXT NOT NULL,
  actors TEXT NOT NULL,
  sources TEXT NOT NULL
) STRICT;

CREATE TABLE section (
  h BLOB NOT NULL CHECK (length(h) = 16),
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  guidance TEXT NOT NULL,
  word_limit INTEGER NOT NULL CHECK (word_limit BETWEEN 0 AND 1000000),
  items TEXT NOT NULL
) STRICT;

CREATE TABLE actor (
  h BLOB NOT NULL CHECK (length(h) = 16),
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  kind TEXT NOT NULL {_one_of("kind", ACTOR_KINDS)},
  role TEXT NOT NULL,
  statements TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
  h BLOB NOT NULL CHECK (length(h) = 16),
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  text TEXT NOT NULL,
  kind TEXT NOT NULL {_one_of("kind", CLAIM_KINDS)},
  evidence TEXT NOT NULL,
  marking TEXT NOT NULL,
  facet TEXT NOT NULL
    {_one_of("facet", FACETS)},
  waivers TEXT NOT NULL
) STRICT;

CREATE TABLE judgement (
  h BLOB NOT NULL CHECK (length(h) = 16),
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  text TEXT NOT NULL,
  likelihood TEXT NOT NULL,
  standard TEXT NOT NULL,
  confidence TEXT NOT NULL {_one_of("confidence", CONFIDENCE_LEVELS)},
  confidence_reason TEXT NOT NULL,
  horizon TEXT NOT NULL,
  basis TEXT NOT NULL,
  indicators TEXT NOT NULL,
  marking TEXT NOT NULL,
  waivers TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
  h BLOB NOT NULL CHECK (length(h) = 16),
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  source TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 67108864),
  text_sha TEXT NOT NULL,
  stance TEXT NOT NULL {_one_of("stance", STANCES)},
  credibility TEXT NOT NULL {_one_of("credibility", CREDIBILITIES)},
  translation TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  h BLOB NOT NULL CHECK (length(h) = 16),
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  authors TEXT NOT NULL,
  published TEXT NOT NULL,
  url TEXT NOT NULL,
  accessed TEXT NOT NULL,
  language TEXT NOT NULL,
  grade TEXT NOT NULL {_one_of("grade", GRADES)},
  descriptor TEXT NOT NULL,
  marking TEXT NOT NULL,
  text_sha TEXT NOT NULL,
  original_sha TEXT NOT NULL,
  supersedes TEXT NOT NULL,
  filename TEXT NOT NULL,
  words INTEGER NOT NULL CHECK (words BETWEEN 0 AND 67108864),
  chars INTEGER NOT NULL CHECK (chars BETWEEN 0 AND 67108864),
  notices TEXT NOT NULL,
  read INTEGER NOT NULL CHECK (read IN (0, 1))
) STRICT;

CREATE TABLE body (
  h BLOB NOT NULL CHECK (length(h) = 16),
  sha TEXT NOT NULL PRIMARY KEY CHECK (length(sha) = 64),
  size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 67108864),
  data BLOB NOT NULL CHECK (length(data) = size)
) STRICT;

CREATE TABLE journal (
  h BLOB NOT NULL CHECK (length(h) = 16),
  seq INTEGER NOT NULL PRIMARY KEY,
  at REAL NOT NULL,
  label TEXT NOT NULL,
  origin TEXT NOT NULL,
  inverse TEXT NOT NULL
) STRICT;
"""

PROVENANCE = """
ALTER TABLE source ADD COLUMN encoding TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN guessed INTEGER NOT NULL DEFAULT 0 CHECK (guessed IN (0, 1));
ALTER TABLE source ADD COLUMN extractor TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE source ADD COLUMN mends_sha TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN fetched_from TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN fetched_at TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN origin TEXT NOT NULL DEFAULT '';
"""

PROOF = """
ALTER TABLE source ADD COLUMN waivers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE brief ADD COLUMN rules_off TEXT NOT NULL DEFAULT '[]';
ALTER TABLE brief ADD COLUMN stale_days INTEGER NOT NULL DEFAULT 0 CHECK (stale_days BETWEEN 0 AND 100000);
ALTER TABLE brief ADD COLUMN change_statement TEXT NOT NULL DEFAULT '';
ALTER TABLE brief ADD COLUMN editions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE brief ADD COLUMN waivers TEXT NOT NULL DEFAULT '[]';
"""

REVIEW = """
ALTER TABLE claim ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
ALTER TABLE judgement ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
ALTER TABLE evidence ADD COLUMN linked_to TEXT NOT NULL DEFAULT '';
ALTER TABLE brief ADD COLUMN export_choices TEXT NOT NULL DEFAULT '[]';
"""

STRUCK = """
ALTER TABLE source ADD COLUMN struck_sha TEXT NOT NULL DEFAULT '';
"""

DESK = """
ALTER TABLE source ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN day TEXT NOT NULL DEFAULT '';

CREATE TABLE figure (
  h BLOB NOT NULL CHECK (length(h) = 16),
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  text TEXT NOT NULL,
  picture_sha TEXT NOT NULL,
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg')),
  width INTEGER NOT NULL CHECK (width BETWEEN 0 AND 65535),
  height INTEGER NOT NULL CHECK (height BETWEEN 0 AND 65535),
  alternative TEXT NOT NULL,
  credit TEXT NOT NULL,
  source TEXT NOT NULL,
  share INTEGER NOT NULL CHECK (share BETWEEN 10 AND 100),
  marking TEXT NOT NULL,
  waivers TEXT NOT NULL,
  remarks TEXT NOT NULL
) STRICT;
"""

MIGRATIONS: tuple[Migration, ...] = (
    Migration("first", FIRST),
    Migration("provenance", PROVENANCE),
    Migration("proof", PROOF),
    Migration("review", REVIEW),
    Migration("struck", STRUCK),
    Migration("desk", DESK),
)

# Sealed tables: the columns read and hashed. `data` of a body is left out: its SHA-256 is its name.
SEALED: tuple[tuple[str, str], ...] = (
    ("brief", "*"),
    ("section", "*"),
    ("actor", "*"),
    ("claim", "*"),
    ("judgement", "*"),
    ("figure", "*"),
    ("evidence", "*"),
    ("source", "*"),
    ("body", "h, sha, size"),
    ("journal", "*"),
)


def version() -> int:
    """Return the newest `user_version` this program knows."""
    return len(MIGRATIONS)


def apply(connection: sqlite3.Connection, have: int, upto: int | None = None) -> None:
    """Run the migrations after `have` (up to number `upto`, if given) and set `user_version`.

    Inside the caller's transaction.
    """
    last = version() if upto is None else upto
    for migration in MIGRATIONS[have:last]:
        for statement in migration.sql.split(";"):
            if statement.strip():
                connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {last}")


@cache
def columns(user_version: int) -> Mapping[str, tuple[str, ...]]:
    """Return the columns after `h` of each sealed table, as a file of this version has them; it may lack
    tables that a later one added.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        for migration in MIGRATIONS[:user_version]:
            model.executescript(migration.sql)
        found = {
            table: tuple(str(row[1]) for row in model.execute(f"PRAGMA table_info({table})"))[1:]
            for table, _ in SEALED
        }
        return {table: names for table, names in found.items() if names}


def sealed_in(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return those of SEALED that an open file of any version has."""
    (have,) = connection.execute("PRAGMA user_version").fetchone()
    return tuple(pair for pair in SEALED if pair[0] in columns(have))


def described(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str | None]]:
    """Return every object of the schema as (type, name, table, SQL)."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def expected(user_version: int) -> frozenset[tuple[str, str, str, str | None]]:
    """Return what `described` gives for an untouched file of this version."""
    model = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for migration in MIGRATIONS[:user_version]:
            model.executescript(migration.sql)
        return described(model)
    finally:
        model.close()
