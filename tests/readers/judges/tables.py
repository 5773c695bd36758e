"""Compares rows of our Parquet table, whoever read them."""

import io

import numpy as np
from PIL import Image

import truth


def compare(rows, csv_folder, reader):
    """@param rows dictionaries by column; a picture is a dictionary with bytes, or a PIL image"""
    known = truth.Truth(csv_folder)
    comparison = truth.Comparison()
    by_place = {(int(row["rollout"]), int(row["tick"])): row for row in known.rows}
    for read in rows:
        row = by_place[int(read["rollout"]), int(read["tick"])]
        place = f"rollout {row['rollout']}, frame {row['tick']}"
        comparison.frames += 1
        for who, expected in [(who, known.action(row, who)) for who in ("learner", "executed", "expert", "label", "given")] + [("wanted", known.wanted(row))]:
            values = [read[f"{who}_{dimension}"] for dimension in known.dimensions]
            comparison.same(f"{place}, {who}", np.array([np.nan if value is None else value for value in values], np.float32), expected, 1e-7)
        for number, state in enumerate(known.states):
            comparison.same(f"{place}, {state}", read["state_" + state], known.state(row)[number], 1e-6)
        for camera in known.cameras:
            comparison.same(f"{place}, {camera}", picture(read["picture_" + camera]), known.picture(row, camera))
        comparison.same(place + ", intervention", bool(read["intervention"]), bool(truth.intervention(row)))
        comparison.same(place + ", rejected", bool(read["rejected"]), row["label_kind"] == "rejection")
        comparison.same(place + ", words", [text(read[column]) for column in ("control", "label_kind", "label_by", "split")],
                        [row[column] for column in ("control", "label_kind", "label_by", "split")])
    comparison.same("number of frames", comparison.frames, len(known.rows))
    comparison.answer(reader, "all actions, pictures, states, intervention, rejected, control, labels, experts, splits")


def picture(read):
    image = Image.open(io.BytesIO(read["bytes"])) if isinstance(read, dict) else read
    return np.array(image.convert("RGB"))


def text(value):
    return value if isinstance(value, str) else ""
