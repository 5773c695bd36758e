"""imitation's own serialize.load opens our trajectories, and its DataLoader for transitions takes them."""

import os

import numpy as np

import stand_ins
import truth

source, _, folder, csv_folder, _ = truth.arguments()
stand_ins.allow("stable_baselines3", "seals", "sacred", "huggingface_sb3", "sklearn", "optuna")

import torch.utils.data
from imitation.data import rollout, serialize
from imitation.data import types as imitation_types

known = truth.Truth(csv_folder)
rows_by_rollout = known.rollouts()
comparison = truth.Comparison()
splits = {"training": "training", "validation": "validation"}
for split in splits:
    file = os.path.join(folder, split + ".npz")
    if not os.path.exists(file):
        continue
    trajectories = serialize.load(file)
    for trajectory in trajectories:
        for step, action in enumerate(trajectory.acts):
            info = trajectory.infos[step]
            row = rows_by_rollout[int(info["rollout"])][int(info["tick"])]
            place = f"rollout {row['rollout']}, frame {row['tick']}"
            comparison.frames += 1
            comparison.same(place + ", split", row["split"] == split, True)
            comparison.same(place + ", action", action, known.wanted(row), 1e-7)
            comparison.same(place + ", picture", trajectory.obs[step], known.picture(row, known.cameras[0]))
            comparison.same(place + ", learner", info["learner"], known.action(row, "learner"), 1e-7)
            comparison.same(place + ", intervention", bool(info["intervention"]), bool(truth.intervention(row)))
            comparison.same(place + ", expert", str(info["expert"]) == row["label_by"], True)
            if row["label_kind"]:
                comparison.same(place + ", trust", float(info["trust"]), truth.known_trust(row), 6e-4)
    transitions = rollout.flatten_trajectories(trajectories)
    loader = torch.utils.data.DataLoader(transitions, batch_size=4, collate_fn=imitation_types.transitions_collate_fn)
    comparison.same(split + ", transitions that its DataLoader gave", sum(len(batch["acts"]) for batch in loader), len(transitions))
comparison.same("frames to imitate", comparison.frames, sum(known.labelled(row) for row in known.rows))
comparison.answer("imitation " + truth.version(source, "imitation") + " serialize.load", "actions, pictures, learner's actions, intervention, expert, "
                  "trust, splits; only frames to imitate", stand_ins.used)
