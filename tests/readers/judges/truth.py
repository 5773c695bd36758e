"""What the csv export says: the frames that every other format is compared with. Also how a judge answers."""

import csv
import json
import os
import subprocess
import sys

import numpy as np
from PIL import Image


class Truth:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "frames.csv"), newline="", encoding="utf-8") as table:
            self.rows = list(csv.DictReader(table))
        names = list(self.rows[0])
        self.cameras = [name[len("picture_"):] for name in names if name.startswith("picture_")]
        self.states = [name[len("state_"):] for name in names if name.startswith("state_")]
        self.dimensions = [name[len("executed_"):] for name in names if name.startswith("executed_")]

    def rollouts(self):
        """Rows by rollout, in the order of the file."""
        found = {}
        for row in self.rows:
            found.setdefault(int(row["rollout"]), []).append(row)
        return found

    def action(self, row, who):
        """NaN where it is not known."""
        return np.array([float(row[f"{who}_{dimension}"] or "nan") for dimension in self.dimensions], np.float32)

    def wanted(self, row):
        """What is to be imitated: the label, or what a person or an expert did; NaN where neither is known."""
        if row["label_kind"]:
            return self.action(row, "label")
        return self.action(row, "executed" if driven(row) else "label")

    def stands_in(self, row):
        """What formats that want an action at every frame hold."""
        for action in (self.wanted(row), self.action(row, "executed"), self.action(row, "learner")):
            if not np.isnan(action).any():
                return action
        return np.zeros(len(self.dimensions), np.float32)

    def labelled(self, row):
        return not np.isnan(self.wanted(row)).any()

    def state(self, row):
        return np.array([float(row["state_" + name]) for name in self.states], np.float32)

    def picture(self, row, camera):
        return np.array(Image.open(os.path.join(self.folder, row["picture_" + camera])).convert("RGB"))

    def is_jpeg(self, row, camera):
        return row["picture_" + camera].endswith(".jpg")


def driven(row):
    return row["control"] in ("human", "expert")


def intervention(row):
    return row["label_kind"] == "correction" if row["label_kind"] else driven(row)


def known_trust(row):
    return float(row["label_trust"] or "nan")


class Comparison:
    """Counts what was compared and keeps what differs."""

    def __init__(self):
        self.frames = 0
        self.found = []

    def same(self, what, read, expected, within=0.0):
        read, expected = np.asarray(read), np.asarray(expected)
        if read.shape != expected.shape:
            self.found.append(f"{what}: shape {read.shape}, not {expected.shape}")
        elif read.dtype.kind in "fc" or expected.dtype.kind in "fc":
            if not np.allclose(read.astype(float), expected.astype(float), rtol=0, atol=within, equal_nan=True):
                self.found.append(f"{what}: {read.tolist()}, not {expected.tolist()}")
        elif within:
            self.close(what, read, expected, within)
        elif not np.array_equal(read, expected):
            self.found.append(f"{what} differs")

    def close(self, what, read, expected, loss):
        """Pictures that went through JPEG or a video: the mean difference of their samples."""
        difference = np.abs(read.astype(int) - expected.astype(int)).mean() if read.shape == expected.shape else 255
        if difference > loss:
            self.found.append(f"{what}: samples differ by {difference:.1f} on average")

    def answer(self, reader, compared, stand_ins=()):
        answer({"reader": reader, "frames": self.frames, "compared": compared, "differences": self.found, "stand_ins": sorted(stand_ins)})


def answer(said):
    print("\n" + json.dumps(said))


def expected(frames):
    """Frames as a judge wrote them, kept for the comparison: lists of (action, pictures by camera) by episode, saved in a folder."""
    return [[{"action": None if action is None else [float(value) for value in action], "pictures": pictures} for action, pictures in episode]
            for episode in frames]


def kept(folder, name, picture):
    """Keeps a picture for the comparison."""
    file = os.path.join(folder, name + ".npy")
    os.makedirs(os.path.dirname(file), exist_ok=True)
    np.save(file, picture)
    return file


def differences(read, episodes, loss):
    """What our import of a judge's file differs in. @param loss mean difference of samples that is allowed: 0 where nothing may be lost"""
    comparison = Comparison()
    rollouts = list(read.rollouts().values())
    comparison.same("number of episodes", len(rollouts), len(episodes))
    for number, (rows, frames) in enumerate(zip(rollouts, episodes)):
        comparison.same(f"length of episode {number}", len(rows), len(frames))
        for tick, (row, frame) in enumerate(zip(rows, frames)):
            place = f"episode {number}, frame {tick}"
            if frame["action"] is not None:
                comparison.same(place + ", action", read.action(row, "executed"), np.array(frame["action"], np.float32), 1e-6)
            comparison.same(place + ", cameras", sorted(read.cameras), sorted(frame["pictures"]))
            for camera, file in frame["pictures"].items():
                if camera in read.cameras:
                    comparison.same(f"{place}, {camera}", read.picture(row, camera), np.load(file), loss)
    return comparison.found


def version(source, package):
    """The commit of a checkout, or the version of a package."""
    if source and os.path.isdir(source):
        return subprocess.run(["git", "-C", source, "describe", "--tags", "--always"], capture_output=True, text=True).stdout.strip()
    import importlib.metadata
    return importlib.metadata.version(package)


def arguments():
    """source, "read" or "write", and the rest; the source comes first on the path."""
    source = sys.argv[1]
    if source and os.path.isdir(source):
        sys.path.insert(0, source)
    return sys.argv[1:]


def scene(number, width, height):
    """A smooth picture that differs from every other."""
    rows, columns = np.mgrid[0:height, 0:width]
    waves = [128 + 100 * np.sin((columns + 2 * rows + 13 * number + 40 * channel) / 17) for channel in range(3)]
    return np.stack(waves, -1).astype(np.uint8)
