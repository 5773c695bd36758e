"""The simulator is a Unity program, and reads nothing: pandas opens our log as the course's training scripts do, and writes one as it does."""

import os

import numpy as np
import pandas
from PIL import Image

import truth

_, task, *rest = truth.arguments()
COLUMNS = ["center", "left", "right", "steering", "throttle", "brake", "speed"]


def read(folder, csv_folder, _):
    known = truth.Truth(csv_folder)
    comparison = truth.Comparison()
    log = pandas.read_csv(os.path.join(folder, "driving_log.csv"), names=COLUMNS)
    rows = [row for row in known.rows if known.labelled(row)]
    comparison.same("rows", len(log), len(rows))
    for (_, line), row in zip(log.iterrows(), rows):
        place = f"rollout {row['rollout']}, frame {row['tick']}"
        comparison.frames += 1
        comparison.same(place + ", steering", line["steering"], known.wanted(row)[0], 1e-4)
        if "throttle" in known.dimensions:
            # The simulator's throttle only pushes; what pulls is its brake.
            comparison.same(place + ", throttle", line["throttle"], max(0, known.wanted(row)[1]), 1e-4)
            comparison.same(place + ", brake", line["brake"], max(0, -known.wanted(row)[1]), 1e-4)
        picture = np.array(Image.open(os.path.join(folder, line["center"].strip())).convert("RGB"))
        camera = known.cameras[0]
        comparison.same(place + ", picture", picture, known.picture(row, camera), 0 if known.is_jpeg(row, camera) else 3)
    comparison.answer("pandas " + pandas.__version__ + " (the simulator itself reads no log)", "steering, throttle, brake, pictures (as they came, or JPEG); only "
                      "frames to imitate")


def write(folder, _):
    place = os.path.join(folder, "drive")
    os.makedirs(os.path.join(place, "IMG"))
    frames, lines = [], []
    for index in range(12):
        names = [f"{side}_2016_12_01_13_30_{index // 10:02d}_{index % 10 * 100:03d}.jpg" for side in ("center", "left", "right")]
        pictures = {}
        for number, (file, side) in enumerate(zip(names, ("center", "left", "right"))):
            Image.fromarray(truth.scene(index + number, 320, 160)).save(os.path.join(place, "IMG", file), quality=80)
            pictures["front" if side == "center" else side] = truth.kept(folder, f"kept/{index}-{side}", np.array(Image.open(os.path.join(place, "IMG", file))))
        steering = np.sin(index / 3) / 2
        lines.append(", ".join([*("C:\\beta\\IMG\\" + file for file in names), f"{steering:.7f}", "0.5", "0", "12.3"]))
        frames.append(([float(f"{steering:.7f}")], pictures))
    with open(os.path.join(place, "driving_log.csv"), "w", encoding="utf-8") as log:
        log.write("\r\n".join(lines) + "\r\n")
    truth.answer({"reader": "Python in the layout of its CarController.cs", "frames": 12, "compared": "steering, pictures of three cameras", "differences": [],
                  "written": [{"name": "log", "place": place, "expected": truth.expected([frames]), "loss": 0}]})


(read if task == "read" else write)(*rest)
