-- Labels that can be trusted: who gave them, how late, how often, what for; and every training run.

ALTER TABLE strokes ADD COLUMN origin TEXT NOT NULL DEFAULT 'stick' CHECK (origin IN ('stick', 'drawn'));

ALTER TABLE rounds ADD COLUMN disagreement_before REAL;       -- mean absolute difference to held-out labels; NULL is not measured
ALTER TABLE rounds ADD COLUMN disagreement_after REAL;
ALTER TABLE rounds ADD COLUMN disagreement_frames INTEGER NOT NULL DEFAULT 0;

CREATE TABLE ablations (
    round INTEGER NOT NULL REFERENCES rounds (id),
    place INTEGER NOT NULL,
    left_out TEXT NOT NULL CHECK (left_out IN ('expert', 'sitting', 'round')),
    subject TEXT NOT NULL,                        -- the expert's name, the sitting's id, the round's number
    labels INTEGER NOT NULL,
    disagreement REAL,
    falls_mean REAL, falls_low REAL, falls_high REAL, falls_laps INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (round, place)
) WITHOUT ROWID;

CREATE TABLE calibrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    expert TEXT NOT NULL,
    device TEXT NOT NULL,
    speed REAL NOT NULL,                          -- of playback, times real time
    lag_seconds REAL NOT NULL,                    -- of the expert's own time
    lag_spread_seconds REAL NOT NULL,
    gain REAL NOT NULL,                           -- given = gain * wanted + bias
    bias REAL NOT NULL,
    peak REAL NOT NULL,
    at TEXT NOT NULL
);

CREATE TABLE repeats (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    expert TEXT NOT NULL,
    rollout INTEGER NOT NULL REFERENCES rollouts (id),
    from_tick INTEGER NOT NULL,
    to_tick INTEGER NOT NULL,
    shown_at TEXT NOT NULL
);

CREATE TABLE sittings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    expert TEXT NOT NULL,
    device TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    seconds_at_screen REAL NOT NULL,
    labelled_seconds REAL NOT NULL,
    strokes INTEGER NOT NULL,
    redone INTEGER NOT NULL,
    seconds_at_speed TEXT NOT NULL                -- JSON: {"seconds": {speed: seconds}}
);

CREATE TABLE training_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,                           -- of the policy in the making
    round INTEGER NOT NULL,
    parent INTEGER REFERENCES policies (id),
    labels INTEGER NOT NULL,
    epochs INTEGER NOT NULL,                      -- at most
    settings TEXT NOT NULL,
    seed INTEGER NOT NULL,
    begun_at TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('running', 'finished', 'cancelled', 'failed', 'interrupted')),
    reason TEXT,                                  -- why it failed
    policy INTEGER REFERENCES policies (id),      -- what it gave
    ended_at TEXT
);

CREATE TABLE metrics (
    training_run INTEGER NOT NULL REFERENCES training_runs (id),
    epoch INTEGER NOT NULL,
    loss REAL,                                    -- NULL is no number
    held_out_loss REAL,
    at TEXT NOT NULL,
    PRIMARY KEY (training_run, epoch)
) WITHOUT ROWID;
