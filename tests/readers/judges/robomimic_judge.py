"""robomimic's own SequenceDataset opens our file; a file in the layout of its converters, its masks by its own code, is for us."""

import os

import h5py
import numpy as np

import stand_ins
import truth

source, task, *rest = truth.arguments()
stand_ins.allow("egl_probe", "termcolor", "tensorboardX", "imageio", "diffusers", "transformers", "torchvision")


def reader():
    return "robomimic " + truth.version(source, "robomimic")


def read(folder, csv_folder, _):
    import robomimic.utils.dataset as datasets
    import robomimic.utils.obs_utils as observations
    known = truth.Truth(csv_folder)
    path = os.path.join(folder, "dataset.hdf5")
    observations.initialize_obs_utils_with_obs_specs([{"obs": {"rgb": known.cameras, "low_dim": known.states}}])
    comparison = truth.Comparison()
    demos = list(known.rollouts().values())
    with h5py.File(path) as file:
        masks = {key: sorted(name.decode() for name in file["mask"][key]) for key in file["mask"]}
    comparison.same("mask train", masks["train"], names(demos, lambda rows: rows[0]["split"] == "training"))
    comparison.same("mask valid", masks["valid"], names(demos, lambda rows: rows[0]["split"] == "validation"))
    comparison.same("mask corrected_only", masks["corrected_only"],
                    names(demos, lambda rows: any(row["label_kind"] == "correction" for row in rows)))
    for key in ("train", "valid"):
        opened = datasets.SequenceDataset(
            hdf5_path=path, obs_keys=known.cameras + known.states, action_keys=["actions"],
            dataset_keys=["actions", "rewards", "dones", "labelled", "intervention", "rejected", "trust", "learner_actions"],
            action_config={"actions": {"normalization": None}}, frame_stack=1, seq_length=1, pad_frame_stack=True, pad_seq_length=True,
            get_pad_mask=False, goal_mode=None, hdf5_cache_mode=None, hdf5_use_swmr=False, filter_by_attribute=key, load_next_obs=True)
        for index in range(len(opened)):
            demo = opened._index_to_demo_id[index]
            rows = demos[int(demo[5:])]
            tick = index - opened._demo_id_to_start_indices[demo]
            compare(opened[index], rows, tick, known, comparison, f"{demo}, frame {tick}")
    comparison.same("number of frames", comparison.frames, len(known.rows))
    comparison.answer(reader() + " SequenceDataset", "actions, pictures and the next ones, states, labelled, intervention, rejected, trust, learner's "
                      "actions, masks", stand_ins.used)


def names(demos, wanted):
    return sorted(f"demo_{number}" for number, rows in enumerate(demos) if wanted(rows))


def compare(item, rows, tick, known, comparison, place):
    row = rows[tick]
    comparison.frames += 1
    comparison.same(place + ", action", item["actions"][0], known.stands_in(row), 1e-7)
    comparison.same(place + ", learner", item["learner_actions"][0], known.action(row, "learner"), 1e-7)
    comparison.same(place + ", labelled", int(item["labelled"].ravel()[0]), int(known.labelled(row)))
    comparison.same(place + ", intervention", int(item["intervention"].ravel()[0]), int(truth.intervention(row)))
    comparison.same(place + ", rejected", int(item["rejected"].ravel()[0]), int(row["label_kind"] == "rejection"))
    if row["label_kind"] in ("correction", "approval"):
        comparison.same(place + ", trust", float(item["trust"].ravel()[0]), truth.known_trust(row), 6e-4)
    following = rows[min(tick + 1, len(rows) - 1)]
    for group, seen in (("obs", row), ("next_obs", following)):
        for camera in known.cameras:
            comparison.same(f"{place}, {group} {camera}", item[group][camera][0], known.picture(seen, camera))
        for number, state in enumerate(known.states):
            comparison.same(f"{place}, {group} {state}", item[group][state].ravel()[0], known.state(seen)[number], 1e-6)


def write(folder, _):
    import json

    import robomimic.utils.file_utils as files
    path = os.path.join(folder, "dataset.hdf5")
    episodes = []
    with h5py.File(path, "w") as file:
        data = file.create_group("data")
        data.attrs["env_args"] = json.dumps({"env_name": "Lift", "type": 1, "env_kwargs": {}})
        for number, length in enumerate((7, 5, 6)):
            demo = data.create_group(f"demo_{number}")
            demo.attrs["num_samples"] = length
            actions = np.random.default_rng(number).uniform(-1, 1, (length, 7))
            pictures = np.stack([truth.scene(10 * number + tick, 84, 84) for tick in range(length)])
            demo.create_dataset("actions", data=actions)
            demo.create_dataset("rewards", data=np.zeros(length))
            demo.create_dataset("dones", data=np.arange(length) == length - 1)
            demo.create_dataset("states", data=np.zeros((length, 3)))
            for group in ("obs", "next_obs"):
                demo.create_dataset(f"{group}/agentview_image", data=pictures, compression="gzip")
                demo.create_dataset(f"{group}/robot0_eef_pos", data=actions[:, :3])
            episodes.append([(actions[tick], {"agentview_image": truth.kept(folder, f"kept/{number}-{tick}", pictures[tick])})
                             for tick in range(length)])
        data.attrs["total"] = 18
    files.create_hdf5_filter_key(path, demo_keys=["demo_0", "demo_2"], key_name="train")
    truth.answer({"reader": "h5py as robomimic's converters do, masks by " + reader() + " create_hdf5_filter_key", "frames": 18,
                  "compared": "actions, pictures", "stand_ins": sorted(stand_ins.used), "differences": [],
                  "written": [{"name": "images", "place": path, "expected": truth.expected(episodes), "loss": 0}]})


(read if task == "read" else write)(*rest)
