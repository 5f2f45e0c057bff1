"""The schema of a workbook file, word for word: literal DDL, compared as text when a file is opened.

No CHECKs, triggers, views or virtual tables: whatever else a file holds was not written by this program. Columns
stand in the order of the records' fields; a test holds them against `model.tables`.
"""

from typing import Final

# "STYD"; kept in the header of every workbook.
APPLICATION_ID: Final = 0x53545944
FORMAT_MAJOR: Final = 0
FORMAT_MINOR: Final = 3
_MINORS: Final = 1000
USER_VERSION: Final = FORMAT_MAJOR * _MINORS + FORMAT_MINOR

RECORD_TABLES: Final[tuple[str, ...]] = (
    """CREATE TABLE workbook (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE map (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  rank TEXT NOT NULL,
  method TEXT NOT NULL,
  sharpness REAL NOT NULL,
  loops_allowed INTEGER NOT NULL,
  premise_rule TEXT NOT NULL,
  numbers_hidden INTEGER NOT NULL,
  layout TEXT NOT NULL,
  seed INTEGER NOT NULL,
  draws INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE card (
  id INTEGER PRIMARY KEY,
  map INTEGER NOT NULL REFERENCES map(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  rank TEXT NOT NULL,
  notes TEXT NOT NULL,
  plausibility REAL,
  confidence TEXT,
  assumption INTEGER NOT NULL,
  under INTEGER REFERENCES card(id) DEFERRABLE INITIALLY DEFERRED,
  tags TEXT NOT NULL,
  pin TEXT,
  said INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE argument (
  id INTEGER PRIMARY KEY,
  map INTEGER NOT NULL REFERENCES map(id) DEFERRABLE INITIALLY DEFERRED,
  stance TEXT NOT NULL,
  rank TEXT NOT NULL,
  target_card INTEGER REFERENCES card(id) DEFERRABLE INITIALLY DEFERRED,
  target_argument INTEGER REFERENCES argument(id) DEFERRABLE INITIALLY DEFERRED,
  importance REAL,
  criterion INTEGER REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
  check_again INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE premise (
  id INTEGER PRIMARY KEY,
  argument INTEGER NOT NULL REFERENCES argument(id) DEFERRABLE INITIALLY DEFERRED,
  card INTEGER NOT NULL REFERENCES card(id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL
) STRICT""",
    """CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  map INTEGER NOT NULL REFERENCES map(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  rank TEXT NOT NULL,
  question TEXT NOT NULL,
  weight REAL NOT NULL,
  direction TEXT NOT NULL,
  red_line REAL,
  locked INTEGER NOT NULL,
  stale INTEGER NOT NULL,
  shared_doubt INTEGER NOT NULL,
  weight_from TEXT NOT NULL
) STRICT""",
    """CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  map INTEGER NOT NULL REFERENCES map(id) DEFERRABLE INITIALLY DEFERRED,
  first INTEGER NOT NULL REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
  second INTEGER NOT NULL REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
  ratio REAL NOT NULL
) STRICT""",
    """CREATE TABLE level (
  id INTEGER PRIMARY KEY,
  criterion INTEGER NOT NULL REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
  value REAL NOT NULL,
  label TEXT NOT NULL
) STRICT""",
    """CREATE TABLE score (
  id INTEGER PRIMARY KEY,
  option INTEGER NOT NULL REFERENCES card(id) DEFERRABLE INITIALLY DEFERRED,
  criterion INTEGER NOT NULL REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
  mode TEXT NOT NULL,
  low REAL,
  likely REAL,
  high REAL,
  confidence TEXT,
  note TEXT NOT NULL
) STRICT""",
    """CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  option INTEGER NOT NULL REFERENCES card(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  amount REAL
) STRICT""",
    """CREATE TABLE perspective (
  id INTEGER PRIMARY KEY,
  map INTEGER NOT NULL REFERENCES map(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  rank TEXT NOT NULL,
  colour TEXT NOT NULL,
  share REAL NOT NULL
) STRICT""",
    """CREATE TABLE override (
  id INTEGER PRIMARY KEY,
  perspective INTEGER NOT NULL REFERENCES perspective(id) DEFERRABLE INITIALLY DEFERRED,
  card INTEGER REFERENCES card(id) DEFERRABLE INITIALLY DEFERRED,
  argument INTEGER REFERENCES argument(id) DEFERRABLE INITIALLY DEFERRED,
  criterion INTEGER REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
  option INTEGER REFERENCES card(id) DEFERRABLE INITIALLY DEFERRED,
  likely REAL,
  low REAL,
  high REAL,
  confidence TEXT
) STRICT""",
    """CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  publisher TEXT NOT NULL,
  date TEXT NOT NULL,
  url TEXT NOT NULL,
  accessed TEXT NOT NULL,
  reliability TEXT,
  credibility INTEGER,
  verification TEXT NOT NULL,
  extras TEXT NOT NULL
) STRICT""",
    """CREATE TABLE citation (
  id INTEGER PRIMARY KEY,
  card INTEGER NOT NULL REFERENCES card(id) DEFERRABLE INITIALLY DEFERRED,
  source INTEGER NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  quote TEXT NOT NULL,
  locator TEXT NOT NULL
) STRICT""",
    """CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  map INTEGER NOT NULL REFERENCES map(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  rank TEXT NOT NULL,
  body TEXT NOT NULL,
  options TEXT NOT NULL,
  included INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE brief (
  id INTEGER PRIMARY KEY,
  map INTEGER NOT NULL REFERENCES map(id) DEFERRABLE INITIALLY DEFERRED,
  preset TEXT NOT NULL,
  paper TEXT NOT NULL,
  language TEXT NOT NULL,
  author TEXT NOT NULL,
  organisation TEXT NOT NULL,
  date TEXT NOT NULL,
  classification TEXT NOT NULL,
  decision_by TEXT NOT NULL,
  numbers INTEGER NOT NULL,
  margins TEXT NOT NULL,
  citations TEXT NOT NULL,
  logo TEXT NOT NULL
) STRICT""",
    """CREATE TABLE tombstone (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL
) STRICT""",
)

HISTORY_TABLES: Final[tuple[str, ...]] = (
    """CREATE TABLE state (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  size INTEGER NOT NULL,
  args TEXT NOT NULL
) STRICT""",
    """CREATE TABLE change (
  step INTEGER NOT NULL REFERENCES step(id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (step, seq)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  step INTEGER,
  checkpoint TEXT,
  args TEXT NOT NULL
) STRICT""",
)

# One for each foreign key: without, deleting costs a scan of the referring table.
INDEXES: Final[tuple[str, ...]] = (
    "CREATE INDEX card_map ON card(map)",
    "CREATE INDEX card_under ON card(under)",
    "CREATE INDEX argument_map ON argument(map)",
    "CREATE INDEX argument_target_card ON argument(target_card)",
    "CREATE INDEX argument_target_argument ON argument(target_argument)",
    "CREATE INDEX argument_criterion ON argument(criterion)",
    "CREATE INDEX premise_argument ON premise(argument)",
    "CREATE INDEX premise_card ON premise(card)",
    "CREATE INDEX criterion_map ON criterion(map)",
    "CREATE INDEX judgement_map ON judgement(map)",
    "CREATE INDEX judgement_first ON judgement(first)",
    "CREATE INDEX judgement_second ON judgement(second)",
    "CREATE INDEX level_criterion ON level(criterion)",
    "CREATE INDEX score_option ON score(option)",
    "CREATE INDEX score_criterion ON score(criterion)",
    "CREATE INDEX fact_option ON fact(option)",
    "CREATE INDEX perspective_map ON perspective(map)",
    "CREATE INDEX override_perspective ON override(perspective)",
    "CREATE INDEX override_card ON override(card)",
    "CREATE INDEX override_argument ON override(argument)",
    "CREATE INDEX override_criterion ON override(criterion)",
    "CREATE INDEX override_option ON override(option)",
    "CREATE INDEX citation_card ON citation(card)",
    "CREATE INDEX citation_source ON citation(source)",
    "CREATE INDEX section_map ON section(map)",
    "CREATE INDEX brief_map ON brief(map)",
)

SCHEMA: Final = RECORD_TABLES + HISTORY_TABLES + INDEXES
HISTORY_TABLE_NAMES: Final = ("state", "step", "change", "log")


def format_name(version: int) -> str:
    """A `user_version` as people read it: "0.3"."""
    return "{}.{}".format(*divmod(version, _MINORS))


def normalised(sql: object) -> str:
    """A statement with its white space evened out, for comparing; anything but text compares unequal to ours."""
    return " ".join(sql.split()) if isinstance(sql, str) else repr(sql)


EXPECTED: Final = sorted(normalised(statement) for statement in SCHEMA)

_OF_0_1: Final = (
    """CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  map INTEGER NOT NULL REFERENCES map(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  rank TEXT NOT NULL,
  question TEXT NOT NULL,
  weight REAL NOT NULL,
  direction TEXT NOT NULL,
  red_line REAL,
  locked INTEGER NOT NULL,
  stale INTEGER NOT NULL,
  shared_doubt INTEGER NOT NULL
) STRICT""",
)
_OF_0_2: Final = (
    """CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  size INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  step INTEGER,
  checkpoint TEXT
) STRICT""",
)


def _with_former(*former: str) -> list[str]:
    """The schema with former statements in place of those that make the same tables now."""
    beginnings = tuple(statement[: statement.index("(")] for statement in former)
    kept = (statement for statement in SCHEMA if not statement.startswith(beginnings))
    return sorted(normalised(statement) for statement in (*kept, *former))


# By `user_version`, every schema that is read; nothing else is a workbook.
EXPECTED_OF: Final = {
    1: _with_former(*_OF_0_1, *_OF_0_2),
    2: _with_former(*_OF_0_2),
    USER_VERSION: EXPECTED,
}
