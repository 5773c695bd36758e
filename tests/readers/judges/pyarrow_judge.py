"""Arrow opens our Parquet table."""

import os

import pyarrow
import pyarrow.parquet

import tables
import truth

_, _, folder, csv_folder, _ = truth.arguments()
table = pyarrow.parquet.read_table(os.path.join(folder, "frames.parquet"))
tables.compare(table.to_pylist(), csv_folder, "pyarrow " + pyarrow.__version__)
