-- Policies that others made, as ONNX files: they drive and are labelled, and are never trained.

CREATE TABLE policy_models (
    policy INTEGER PRIMARY KEY REFERENCES policies (id),
    sha256 TEXT NOT NULL,                         -- of the bytes, in hexadecimal
    bytes BLOB NOT NULL                           -- the file as it was imported, at most 128 MB
);
