"""Runs the judges one after the other, each in a process of its own, and prints a table. Started by `judge`, which says what it needs."""

import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "judges"))
import truth

# Format, judge, and where its source lies; "" where it is one of Python's packages.
READ = [("robomimic", "robomimic_judge", "robomimic"), ("minari", "minari_judge", "Minari"), ("imitation", "imitation_judge", "imitation/src"),
        ("donkeycar", "donkeycar_judge", "donkeycar"), ("lerobot-v3.0", "lerobot_judge", "lerobot/src"),
        ("lerobot-v2.1", "lerobot_judge", "lerobot-v0.3.3/src"), ("parquet", "duckdb_judge", ""), ("parquet", "pandas_judge", ""),
        ("parquet", "pyarrow_judge", ""), ("parquet", "datasets_judge", ""), ("udacity", "udacity_judge", "")]
WRITE = [("robomimic", "robomimic_judge", "robomimic"), ("minari", "minari_judge", "Minari"), ("donkeycar", "donkeycar_judge", "donkeycar"),
         ("lerobot-v3.0", "lerobot_judge", "lerobot/src"), ("lerobot-v2.1", "lerobot_judge", "lerobot-v0.3.3/src"),
         ("udacity", "udacity_judge", ""), ("frames", "frames_judge", ""), ("video", "video_judge", "")]


def asked(judge, source, *arguments):
    """What a judge prints last, as JSON; a reason where it can't be run."""
    here = os.path.dirname(os.path.abspath(__file__))
    environment = {**os.environ, "PYTHONPATH": os.path.join(here, "judges"), "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", judge, source, *arguments], capture_output=True, text=True, env=environment)
    lines = done.stdout.strip().splitlines()
    if done.returncode == 0 and lines:
        return json.loads(lines[-1])
    sys.stderr.write(done.stderr[-4000:])
    reason = (done.stderr.strip().splitlines() or ["it printed nothing"])[-1]
    return {"reader": judge, "frames": 0, "compared": "could not be run: " + reason, "differences": [reason]}


def imported(home, out, name, format_name, written):
    """Whetstone's import of what a judge wrote, exported as CSV; the differences to what was written."""
    dataset = os.path.join(out, name + ".whetstone")
    for command in (["import", "--format", format_name, "--in", written["place"], "--dataset", dataset],
                    ["export", "--format", "csv", "--dataset", dataset, "--out", os.path.join(out, name + "-csv")]):
        done = subprocess.run([os.path.join(home, "whetstone"), *command], capture_output=True, text=True)
        if done.returncode != 0:
            return ["whetstone " + command[0] + ": " + (done.stderr.strip() or done.stdout.strip())]
    return truth.differences(truth.Truth(os.path.join(out, name + "-csv")), written["expected"], written["loss"])


def main(home, sources, out):
    failed = False
    print("| format | opened by | frames | compared with the csv export | differences |\n|---|---|---|---|---|")
    for format_name, judge, source in READ:
        said = [asked(judge, os.path.join(sources, source) if source else "", "read", os.path.join(out, "ours", dataset, format_name),
                      os.path.join(out, "ours", dataset, "csv"), format_name) for dataset in ("kart", "car")]
        failed |= line(format_name, {**said[0], "frames": " + ".join(str(one["frames"]) for one in said),
                                     "differences": said[0]["differences"] + said[1]["differences"]})
    print("\n| format | written by | frames | compared with our import of it | differences |\n|---|---|---|---|---|")
    for format_name, judge, source in WRITE:
        folder = os.path.join(out, "theirs", format_name)
        os.makedirs(folder, exist_ok=True)
        for written in (answer := asked(judge, os.path.join(sources, source) if source else "", "write", folder, format_name)).get("written", [answer]):
            if "place" in written:
                written["differences"] = imported(home, folder, written["name"], format_name, written)
            failed |= line(f"{format_name} ({written.get('name', '')})", {**answer, **written})
    return 1 if failed else 0


def line(what, said):
    stand_ins = ", stand-ins for " + ", ".join(said["stand_ins"]) if said.get("stand_ins") else ""
    print(f"| {what} | {said['reader']}{stand_ins} | {said['frames']} | {said['compared']} | {'; '.join(said['differences'][:3]) or 0} |", flush=True)
    return bool(said["differences"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
