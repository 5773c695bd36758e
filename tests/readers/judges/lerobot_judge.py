"""LeRobot's own LeRobotDataset opens our dataset (v3.0 by its newest source, v2.1 by 0.3.3), and writes some for us."""

import os

import av
import numpy as np

import stand_ins
import truth

source, task, *rest = truth.arguments()
stand_ins.allow("jsonlines", "draccus", "cachebox", "torchvision", "rerun", "serial", "deepdiff", "pynput", "cv2", "imageio", "wandb")
stand_ins.older_syntax(source)

if not hasattr(av, "option"):
    # Newer PyAV has no such module; LeRobot names it in an annotation only.
    av.option = stand_ins.Empty("av.option")


def reader():
    return "LeRobot " + truth.version(source, "lerobot")


def stack_columns():
    """LeRobot 0.3.3 was written for a datasets library whose columns were lists."""
    import torch
    stack = torch.stack
    torch.stack = lambda tensors, *others, **more: stack(tensors if isinstance(tensors, (list, tuple)) else list(tensors), *others, **more)


def without_option_checks():
    """PyAV 16 and newer don't list a codec's options any more: LeRobot can't check its own, and writes without."""
    try:
        from lerobot.datasets import pyav_utils
    except ImportError:
        return
    if not hasattr(av.codec.Codec, "descriptor"):
        pyav_utils._get_codec_options_by_name = lambda codec: {"none that is known": None}


def name(camera):
    return "observation.images." + camera


def read(folder, csv_folder, _):
    import torch
    from lerobot.datasets.lerobot_dataset import LeRobotDataset
    stack_columns()
    known = truth.Truth(csv_folder)
    opened = LeRobotDataset("judge/" + os.path.basename(folder), root=folder)
    comparison = truth.Comparison()
    comparison.same("frames", len(opened), len(known.rows))
    rollouts = known.rollouts()
    # Training rollouts come first, as LeRobot's splits are ranges of episodes.
    order = sorted(rollouts, key=lambda rollout: (rollouts[rollout][0]["split"] != "training", rollout))
    for index in range(len(opened)):
        item = opened[index]
        row = rollouts[order[int(item["episode_index"])]][int(item["frame_index"])]
        compare(item, row, known, comparison, f"episode {int(item['episode_index'])}, frame {int(item['frame_index'])}")
    actions = np.stack([known.stands_in(row) for row in known.rows])
    comparison.same("mean of actions", np.ravel(opened.meta.stats["action"]["mean"]), actions.mean(0), 1e-4)
    batch = next(iter(torch.utils.data.DataLoader(opened, batch_size=4)))
    comparison.same("shape of a batch", list(batch[name(known.cameras[0])].shape)[:2], [4, 3])
    training = sum(len(rows) > 0 and rows[0]["split"] == "training" for rows in rollouts.values())
    comparison.same("training episodes", opened.meta.info["splits"]["train"] == f"0:{training}" if isinstance(opened.meta.info, dict)
                    else opened.meta.info.splits["train"] == f"0:{training}", True)
    comparison.answer(reader() + " LeRobotDataset", "actions, pictures, state, intervention, labelled, rejected, trust, who labelled, task, timestamps, "
                      "statistics, splits", stand_ins.used)


def compare(item, row, known, comparison, place):
    comparison.frames += 1
    comparison.same(place + ", action", item["action"].numpy().ravel(), known.stands_in(row), 1e-7)
    comparison.same(place + ", state", item["observation.state"].numpy(), known.state(row), 1e-6)
    for camera in known.cameras:
        picture = (item[name(camera)].permute(1, 2, 0) * 255).round().numpy().astype(np.uint8)
        comparison.same(f"{place}, {camera}", picture, known.picture(row, camera))
    comparison.same(place + ", intervention", bool(item["intervention"]), bool(truth.intervention(row)))
    comparison.same(place + ", labelled", bool(item["labelled"]), bool(known.labelled(row)))
    comparison.same(place + ", rejected", bool(item["rejected"]), row["label_kind"] == "rejection")
    comparison.same(place + ", expert", item["label_by"] == row["label_by"], True)
    comparison.same(place + ", timestamp", float(item["timestamp"]), float(row["seconds"]), 1e-4)
    comparison.same(place + ", task", item["task"].startswith("drive "), True)
    if row["label_kind"] in ("correction", "approval"):
        comparison.same(place + ", trust", float(item["trust"]), truth.known_trust(row), 6e-4)


def write(folder, _):
    from lerobot.datasets.lerobot_dataset import LeRobotDataset
    stack_columns()
    without_option_checks()
    written = []
    for kind, loss in (("image", 0), ("video", 6)):
        place = os.path.join(folder, kind)
        features = {"observation.state": {"dtype": "float32", "shape": (2,), "names": ["speed", "yaw"]},
                    name("top"): {"dtype": kind, "shape": (96, 128, 3), "names": ["height", "width", "channels"]},
                    "action": {"dtype": "float32", "shape": (2,), "names": ["steering", "throttle"]}}
        dataset = LeRobotDataset.create("judge/" + kind, fps=10, root=place, features=features, use_videos=kind == "video", robot_type="kart")
        episodes = []
        for number in range(3):
            frames = []
            for tick in range(8 + number):
                picture = truth.scene(20 * number + tick, 128, 96)
                action = np.array([number / 4 - 0.5, tick / 20], np.float32)
                frame = {"observation.state": np.array([number, tick], np.float32), name("top"): picture, "action": action}
                add(dataset, frame)
                frames.append((action, {"top": truth.kept(folder, f"kept/{number}-{tick}", picture)}))
            dataset.save_episode()
            episodes.append(frames)
        if hasattr(dataset, "finalize"):
            dataset.finalize()
        written.append({"name": kind, "place": place, "expected": truth.expected(episodes), "loss": loss})
    truth.answer({"reader": reader() + " LeRobotDataset", "frames": 27, "compared": "actions, pictures", "stand_ins": sorted(stand_ins.used),
                  "differences": [], "written": written})


def add(dataset, frame):
    try:
        dataset.add_frame({**frame, "task": "drive home"})
    except (ValueError, TypeError):
        dataset.add_frame(frame, task="drive home")


(read if task == "read" else write)(*rest)
