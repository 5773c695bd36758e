"""Minari's own MinariDataset opens our folder; its DataCollector records for us."""

import importlib.metadata
import os
import pathlib

import numpy as np

import stand_ins
import truth

source, task, *rest = truth.arguments()
stand_ins.allow("portion")
installed = importlib.metadata.version
# A checkout is not installed, but asks for its own version.
importlib.metadata.version = lambda name: "0.5.3" if name == "minari" else installed(name)


def reader():
    return "Minari " + truth.version(source, "minari")


def read(folder, csv_folder, _):
    from minari import MinariDataset
    known = truth.Truth(csv_folder)
    opened = MinariDataset(pathlib.Path(folder) / "data")
    comparison = truth.Comparison()
    comparison.same("total steps", opened.total_steps, len(known.rows))
    rollouts = list(known.rollouts().values())
    for episode in opened.iterate_episodes():
        rows = rollouts[episode.id]
        for tick, row in enumerate(rows):
            compare(episode, tick, row, known, comparison, f"episode {episode.id}, step {tick}")
        comparison.same(f"episode {episode.id} ends", episode.truncations, np.arange(len(rows)) == len(rows) - 1)
        if not all(opened.action_space.contains(action) for action in episode.actions):
            comparison.found.append(f"episode {episode.id}: an action outside the action space")
        if not opened.observation_space.contains({name: values[0] for name, values in episode.observations.items()}):
            comparison.found.append(f"episode {episode.id}: an observation outside the observation space")
    labelled = opened.filter_episodes(lambda episode: episode.infos["labelled"].any())
    comparison.same("episodes with labels", len(list(labelled)), sum(any(known.labelled(row) for row in rows) for rows in rollouts))
    comparison.answer(reader() + " MinariDataset", "actions, pictures, state, spaces, infos: labelled, rejected, intervention, trust, learner's "
                      "actions", stand_ins.used)


def compare(episode, tick, row, known, comparison, place):
    comparison.frames += 1
    comparison.same(place + ", action", episode.actions[tick], known.stands_in(row), 1e-7)
    for camera in known.cameras:
        comparison.same(f"{place}, {camera}", episode.observations[camera][tick], known.picture(row, camera))
    comparison.same(place + ", state", episode.observations["state"][tick], known.state(row), 1e-6)
    infos = episode.infos
    comparison.same(place + ", labelled", int(infos["labelled"][tick]), int(known.labelled(row)))
    comparison.same(place + ", rejected", int(infos["rejected"][tick]), int(row["label_kind"] == "rejection"))
    comparison.same(place + ", intervention", int(infos["intervention"][tick]), int(truth.intervention(row)))
    comparison.same(place + ", learner", infos["learner_actions"][tick], known.action(row, "learner"), 1e-7)
    if row["label_kind"] in ("correction", "approval"):
        comparison.same(place + ", trust", float(infos["trust"][tick]), truth.known_trust(row), 6e-4)


def write(folder, _):
    os.environ["MINARI_DATASETS_PATH"] = folder
    import gymnasium
    from gymnasium import spaces
    from minari import DataCollector

    class Environment(gymnasium.Env):
        observation_space = spaces.Dict({"front": spaces.Box(0, 255, (40, 48, 3), np.uint8), "speed": spaces.Box(-99, 99, (1,), np.float32)})
        action_space = spaces.Box(-1, 1, (2,), np.float32)

        def seen(self):
            return {"front": truth.scene(self.tick, 48, 40), "speed": np.array([self.tick], np.float32)}

        def reset(self, seed=None, options=None):
            super().reset(seed=seed)
            self.tick = 0
            return self.seen(), {}

        def step(self, action):
            self.tick += 1
            return self.seen(), 1.0, self.tick == 9, False, {}

    written = []
    for name, jpeg, loss in (("jpeg", True, 3), ("raw", False, 0)):
        collector = DataCollector(Environment(), data_format="hdf5", jpeg_encoding=jpeg)
        episodes = []
        for number in range(3):
            collector.reset(seed=number)
            actions = np.random.default_rng(number).uniform(-1, 1, (9, 2)).astype(np.float32)
            for action in actions:
                collector.step(action)
            episodes.append([(action, {"front": truth.kept(folder, f"kept/{tick}", truth.scene(tick, 48, 40))}) for tick, action in enumerate(actions)])
        collector.create_dataset(f"judge/{name}-v0")
        written.append({"name": name, "place": os.path.join(folder, "judge", f"{name}-v0"), "expected": truth.expected(episodes), "loss": loss})
    truth.answer({"reader": reader() + " DataCollector", "frames": 27, "compared": "actions, pictures", "stand_ins": sorted(stand_ins.used),
                  "differences": [], "written": written})


(read if task == "read" else write)(*rest)
