"""Writes the HDF5 files beside the tests as others write them: by h5py (robomimic's layout) and by Minari's own collector.

    python write_hdf5.py FOLDER

Needs h5py and numpy; the two of Minari also gymnasium and minari[hdf5,create], and are left out without them. The files are small, and
their pictures are known: sample i of a robomimic demonstration is i % 251.
"""

import json
import os
import sys

import h5py
import numpy as np

FRAMES = 6


def demonstration(group, number):
    rng = np.random.default_rng(number)
    group.attrs["num_samples"] = FRAMES
    group.attrs["model_file"] = "<mujoco/>"
    group["actions"] = np.clip(rng.normal(size=(FRAMES, 2)), -1, 1)
    group["rewards"] = np.zeros(FRAMES)
    group["dones"] = np.arange(FRAMES) == FRAMES - 1
    group["states"] = rng.normal(size=(FRAMES, 3))
    pictures = (np.arange(FRAMES * 6 * 8 * 3) % 251).astype("u1").reshape(FRAMES, 6, 8, 3)
    rows = np.arange(FRAMES)
    obs = group.create_group("obs")
    obs.create_dataset("agentview_image", data=pictures, compression="gzip", compression_opts=4, shuffle=True, chunks=(4, 4, 5, 2))
    obs.create_dataset("wrist_image", data=pictures[:, :4])
    obs["joint"] = np.stack([rows, rows + 0.5], 1).astype(">f4" if number else "<f8")
    obs.create_dataset("gripper", data=rows.astype("i2")[:, None], fletcher32=True, chunks=(2, 1), maxshape=(None, 1))


def robomimic(path, **version):
    with h5py.File(path, "w", **version) as file:
        data = file.create_group("data")
        data.attrs["total"] = 2 * FRAMES
        data.attrs["env_args"] = json.dumps({"env_name": "Lift", "type": 1, "env_kwargs": {}})
        for number in range(2):
            demonstration(data.create_group(f"demo_{number}"), number)
        mask = file.create_group("mask")
        mask["train"] = np.array([b"demo_0"])
        mask["valid"] = np.array([b"demo_1"])


def links(path):
    """Demonstrations that lie in another file, and a group that holds itself."""
    with h5py.File(path, "w") as file:
        data = file.create_group("data")
        data["demo_0"] = h5py.ExternalLink("/etc/passwd", "/")
        data["demo_1"] = h5py.SoftLink("/data/demo_1")


def cycle(path):
    with h5py.File(path, "w") as file:
        obs = file.create_group("data/demo_0/obs")
        file["data/demo_0/actions"] = np.zeros((2, 1))
        obs["view"] = np.zeros((2, 4, 4, 3), "u1")
        obs["again"] = obs


def bomb(path):
    """A hundred thousand pictures of 50 MB each, as it says; there is none."""
    with h5py.File(path, "w") as file:
        obs = file.create_group("data/demo_0/obs")
        file.create_dataset("data/demo_0/actions", shape=(100_000_000, 1), dtype="f4", chunks=(1_000_000, 1), compression="gzip")
        obs.create_dataset("view", shape=(100_000_000, 4096, 4096, 3), dtype="u1", chunks=(1, 4096, 4096, 3), compression="gzip")


def minari(folder):
    os.environ["MINARI_DATASETS_PATH"] = folder
    import gymnasium
    from gymnasium import spaces
    from minari import DataCollector

    picture = spaces.Box(0, 255, (32, 32, 3), np.uint8)
    inner = spaces.Dict({"x": spaces.Box(-1, 1, (2,), np.float64)})
    measured = spaces.Dict({"front": picture, "speed": spaces.Box(-10, 10, (1,), np.float32), "inner": inner})

    class Environment(gymnasium.Env):
        def __init__(self, space):
            self.observation_space = space
            self.action_space = spaces.Box(-1, 1, (2,), np.float32)

        def seen(self):
            view = np.full((32, 32, 3), 10 * self.tick, np.uint8)
            view[:10] = 200
            if self.observation_space is picture:
                return view
            return {"front": view, "speed": np.array([self.tick], np.float32), "inner": {"x": np.array([0.1, 0.2])}}

        def reset(self, seed=None, options=None):
            super().reset(seed=seed)
            self.tick = 0
            return self.seen(), {"lap": 0}

        def step(self, action):
            self.tick += 1
            return self.seen(), 1.0, self.tick == 5, False, {"lap": self.tick}

    for name, space, jpeg in (("jpeg", measured, True), ("raw", picture, False)):
        collector = DataCollector(Environment(space), record_infos=True, data_format="hdf5", jpeg_encoding=jpeg)
        for episode in range(2):
            collector.reset(seed=episode)
            over = False
            while not over:
                *_, over, _, _ = collector.step(np.array([0.5, -0.5], np.float32))
        dataset = collector.create_dataset(f"test/{name}-v0")
        os.rename(os.path.join(folder, f"test/{name}-v0/data/main_data.hdf5"), os.path.join(folder, f"minari-{name}.hdf5"))
        print(name, dataset.total_steps, "steps")


if __name__ == "__main__":
    place = sys.argv[1]
    robomimic(os.path.join(place, "robomimic-by-h5py.hdf5"))
    robomimic(os.path.join(place, "robomimic-by-h5py-v110.hdf5"), libver=("v110", "v110"))
    links(os.path.join(place, "links.hdf5"))
    cycle(os.path.join(place, "cycle.hdf5"))
    bomb(os.path.join(place, "bomb.hdf5"))
    try:
        minari(place)
    except ImportError as missing:
        print("Minari's files are left out:", missing)
