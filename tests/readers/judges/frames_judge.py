"""A folder of pictures by Pillow and a table by pandas, for our import of frames."""

import os

import numpy as np
import pandas
import PIL
from PIL import Image

import truth

_, _, folder, _ = truth.arguments()
place = os.path.join(folder, "pictures")
os.makedirs(place)
steering = np.random.default_rng(3).uniform(-1, 1, 12)
frames = []
for index, angle in enumerate(steering):
    picture = truth.scene(index, 64, 48)
    Image.fromarray(picture).save(os.path.join(place, f"frame{index}.png"))
    frames.append(([angle], {"front": truth.kept(folder, f"kept/{index}", picture)}))
pandas.DataFrame({"image": [f"frame{index}.png" for index in range(12)], "steering": steering}).to_csv(os.path.join(place, "drive.csv"), index=False)
truth.answer({"reader": f"Pillow {PIL.__version__}, pandas {pandas.__version__}", "frames": 12, "compared": "steering, pictures", "differences": [],
              "written": [{"name": "png", "place": place, "expected": truth.expected([frames]), "loss": 0}]})
