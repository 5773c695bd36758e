"""DuckDB opens our Parquet table."""

import os

import duckdb

import tables
import truth

_, _, folder, csv_folder, _ = truth.arguments()
found = duckdb.sql(f"SELECT * REPLACE (recorded_at::VARCHAR AS recorded_at) FROM '{os.path.join(folder, 'frames.parquet')}'")
tables.compare([dict(zip(found.columns, row)) for row in found.fetchall()], csv_folder, "DuckDB " + duckdb.__version__)
