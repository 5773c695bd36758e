"""Donkeycar's own Manifest and its training records (TubDataset's) open our tub; its Tub writes one for us."""

import os

import numpy as np
from PIL import Image

import stand_ins
import truth

source, task, *rest = truth.arguments()
stand_ins.allow("pyfiglet", "docopt", "tensorflow", "cv2", "kivy", "albumentations", "imgaug", "prettytable", "progress", "psutil", "tornado",
                "requests", "simplejpeg", "paho", "utm", "plotly", "fastai")


def reader():
    return "Donkeycar " + truth.version(source, "donkeycar")


class Config:
    """What TubRecord and TubDataset ask a car's configuration for."""
    IMAGE_DEPTH, CACHE_POLICY = 3, "NOCACHE"
    TRAIN_TEST_SPLIT = 0.8
    TRAIN_FILTER = None

    def __init__(self, picture):
        self.IMAGE_H, self.IMAGE_W = picture.shape[:2]


def read(folder, csv_folder, _):
    from donkeycar.parts.datastore_v2 import Manifest
    from donkeycar.pipeline.types import TubDataset
    known = truth.Truth(csv_folder)
    comparison = truth.Comparison()
    manifest = Manifest(folder, read_only=True)
    comparison.same("records, deleted ones among them", manifest.current_index, len(known.rows))
    open_rows = {index for index, row in enumerate(known.rows) if not known.labelled(row)}
    comparison.same("deleted records", sorted(manifest.deleted_indexes), sorted(open_rows))
    for record in manifest:
        row = known.rows[record["_index"]]
        place = f"record {record['_index']}"
        comparison.frames += 1
        wanted = known.wanted(row)
        comparison.same(place + ", angle", record["user/angle"], wanted[0], 1e-6)
        if "throttle" in known.dimensions:
            comparison.same(place + ", throttle", record["user/throttle"], wanted[1], 1e-6)
        learner = known.action(row, "learner")
        comparison.same(place + ", pilot", record.get("pilot/angle", np.nan), learner[0], 1e-6)
        comparison.same(place + ", mode", record["user/mode"] == "user", row["control"] != "policy")
        picture = np.array(Image.open(os.path.join(folder, "images", record["cam/image_array"])).convert("RGB"))
        camera = known.cameras[0]
        comparison.same(place + ", picture", picture, known.picture(row, camera), 0 if known.is_jpeg(row, camera) else 3)
    records = TubDataset(Config(known.picture(known.rows[0], known.cameras[0])), [folder]).get_records()
    comparison.same("records for training", len(records), comparison.frames)
    for taken in records[:5]:
        row = known.rows[taken.underlying["_index"]]
        image = taken.image(processor=lambda loaded: loaded)
        comparison.same("picture for training", image.shape, known.picture(row, known.cameras[0]).shape)
    comparison.answer(reader() + " Manifest, TubDataset", "angle, throttle, pilot's angle, mode, pictures (as they came, or JPEG), deleted records",
                      stand_ins.used)


def write(folder, _):
    from donkeycar.parts.tub_v2 import Tub
    place = os.path.join(folder, "tub")
    tub = Tub(place, inputs=["cam/image_array", "user/angle", "user/throttle", "user/mode", "pilot/angle", "pilot/throttle"],
              types=["image_array", "float", "float", "str", "float", "float"], max_catalog_len=10)
    angles = np.random.default_rng(1).uniform(-1, 1, 25)
    frames = []
    for index, angle in enumerate(angles):
        picture = truth.scene(index, 160, 120)
        tub.write_record({"cam/image_array": picture, "user/angle": float(angle), "user/throttle": 0.3, "user/mode": "user", "pilot/angle": 0.1,
                          "pilot/throttle": 0.2})
        frames.append(([angle], {"front": truth.kept(folder, f"kept/{index}", picture)}))
    tub.close()
    truth.answer({"reader": reader() + " Tub", "frames": len(angles), "compared": "angle, pictures (its JPEG)", "stand_ins": sorted(stand_ins.used),
                  "differences": [], "written": [{"name": "tub", "place": place, "expected": truth.expected([frames]), "loss": 4}]})


(read if task == "read" else write)(*rest)
