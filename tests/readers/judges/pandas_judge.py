"""pandas opens our Parquet table."""

import os

import pandas

import tables
import truth

_, _, folder, csv_folder, _ = truth.arguments()
frame = pandas.read_parquet(os.path.join(folder, "frames.parquet"))
tables.compare(frame.to_dict("records"), csv_folder, "pandas " + pandas.__version__)
