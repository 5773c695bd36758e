-- The first version of the dataset file. Never change a migration that was released: add the next number.
-- Numbers are SQLite's; instants are ISO 8601 texts in UTC; JSON is of the records in whetstone.model; float32 are little-endian.

CREATE TABLE environments (
    id INTEGER PRIMARY KEY,
    spec TEXT NOT NULL UNIQUE                     -- JSON of EnvironmentSpec
);

CREATE TABLE policies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    parent INTEGER REFERENCES policies (id),
    round INTEGER NOT NULL,
    description TEXT NOT NULL,                    -- JSON of PolicyDescription
    weights BLOB NOT NULL,                        -- raw float32
    seed INTEGER NOT NULL,
    labels INTEGER NOT NULL,
    held_out_loss REAL,
    trained_at TEXT NOT NULL
);

CREATE TABLE driver (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    policy INTEGER NOT NULL REFERENCES policies (id)
);

CREATE TABLE rollouts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    environment INTEGER NOT NULL REFERENCES environments (id),
    source TEXT NOT NULL,
    policy INTEGER REFERENCES policies (id),
    round INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    expert TEXT,
    length INTEGER NOT NULL DEFAULT 0,            -- frames on disk
    falls INTEGER NOT NULL DEFAULT 0,
    labelled INTEGER NOT NULL DEFAULT 0,          -- ticks in force, kept up with the journal in one transaction
    rejected INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE frames (
    rollout INTEGER NOT NULL REFERENCES rollouts (id),
    tick INTEGER NOT NULL,
    state BLOB NOT NULL,                          -- float32 state vector
    learner BLOB,                                 -- float32 actions in the order of the environment's spec
    executed BLOB,
    expert BLOB,
    control TEXT NOT NULL,
    events TEXT NOT NULL,                         -- names, separated by spaces
    environment_state BLOB,
    PRIMARY KEY (rollout, tick)
) WITHOUT ROWID;

CREATE TABLE pictures (
    id INTEGER PRIMARY KEY,
    rollout INTEGER NOT NULL,
    tick INTEGER NOT NULL,
    camera TEXT NOT NULL,
    format TEXT NOT NULL,                         -- median-zstd (see PictureCodec), or a file as imported: jpeg, png
    bytes BLOB NOT NULL,
    FOREIGN KEY (rollout, tick) REFERENCES frames (rollout, tick)
);
CREATE UNIQUE INDEX picture_of_frame ON pictures (rollout, tick, camera);

CREATE TABLE strokes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rollout INTEGER NOT NULL REFERENCES rollouts (id),
    expert TEXT NOT NULL,
    device TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ticks_per_second REAL NOT NULL,
    action TEXT NOT NULL,                         -- JSON of ActionSpec
    state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'dropped', 'recovered'))
);

CREATE TABLE stroke_chunks (
    stroke INTEGER NOT NULL REFERENCES strokes (id),
    number INTEGER NOT NULL,
    samples BLOB NOT NULL,                        -- per sample: int64 nanoseconds, float32 per dimension
    playback BLOB NOT NULL,                       -- per segment: int64 nanoseconds, float64 tick, float64 speed
    PRIMARY KEY (stroke, number)
) WITHOUT ROWID;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rollout INTEGER NOT NULL REFERENCES rollouts (id),
    expert TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('correction', 'approval', 'rejection', 'undone', 'redone')),
    from_tick INTEGER,
    to_tick INTEGER,
    stroke INTEGER REFERENCES strokes (id),
    entry INTEGER REFERENCES journal (id)
);
CREATE INDEX journal_of_rollout ON journal (rollout, id);
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE rounds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number INTEGER NOT NULL,
    parent_policy INTEGER REFERENCES policies (id),
    new_policy INTEGER REFERENCES policies (id),
    labels INTEGER NOT NULL,
    settings TEXT NOT NULL,
    seed INTEGER NOT NULL,
    held_out_loss REAL,
    falls_mean REAL, falls_low REAL, falls_high REAL, falls_laps INTEGER NOT NULL,
    cloning_mean REAL, cloning_low REAL, cloning_high REAL, cloning_laps INTEGER NOT NULL,
    at TEXT NOT NULL
);

CREATE TABLE round_rollouts (
    round INTEGER NOT NULL REFERENCES rounds (id),
    place INTEGER NOT NULL,
    rollout INTEGER NOT NULL REFERENCES rollouts (id),
    PRIMARY KEY (round, place)
) WITHOUT ROWID;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
