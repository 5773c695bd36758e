"""Hugging Face datasets opens our Parquet table and makes pictures of its pictures."""

import os
import tempfile

import datasets
from PIL import Image

import tables
import truth

_, _, folder, csv_folder, _ = truth.arguments()
with tempfile.TemporaryDirectory() as cache:
    opened = datasets.load_dataset("parquet", data_files=os.path.join(folder, "frames.parquet"), split="train", cache_dir=cache)
    rows = list(opened)
pictures = [name for name in rows[0] if name.startswith("picture_")]
if not all(isinstance(row[name], Image.Image) for row in rows for name in pictures):
    raise SystemExit("the pictures are no pictures to datasets")
tables.compare(rows, csv_folder, "Hugging Face datasets " + datasets.__version__)
