"""A few lines that look like Gymnasium, so that the bridge can be tested where Gymnasium is not installed. Needs numpy."""
import types

import numpy as np


class Box:
    def __init__(self, low, high, shape, dtype):
        self.low, self.high, self.shape, self.dtype = np.full(shape, low, dtype), np.full(shape, high, dtype), shape, np.dtype(dtype)


class Discrete:
    def __init__(self, n):
        self.n, self.start, self.shape = n, 0, ()


class Dict:
    def __init__(self, **spaces):
        self.spaces = spaces


class Other:
    pass


spaces = types.SimpleNamespace(Box=Box, Discrete=Discrete, Dict=Dict, Tuple=Other, MultiBinary=Other, MultiDiscrete=Other)


class _Error(Exception):
    pass


class _Missing(_Error):
    pass


error = types.SimpleNamespace(Error=_Error, DependencyNotInstalled=_Missing)


class Road:
    """A point on a line: an action moves it, and beyond 10 it is over."""
    metadata = {"render_fps": 10}

    def __init__(self, name, render_mode=None, action="box"):
        self.name, self.render_mode = name, render_mode
        self.spec = types.SimpleNamespace(nondeterministic=False)
        self.action_space = Discrete(3) if action == "discrete" else Box(-2.0, 2.0, (2,), np.float32)
        vector = Box(-np.inf, np.inf, (2,), np.float32)
        self.size = (96, 96, 3) if name == "Large-v0" else (12, 16, 3)
        picture = Box(0, 255, self.size, np.uint8)
        self.observation_space = {"Vector-v0": vector, "Picture-v0": picture, "Large-v0": picture}.get(name, Dict(eye=picture, body=vector))
        self.unwrapped = self

    def reset(self, seed=None):
        self.steps = 0
        self.at, self.start = float(seed % 7), seed % 7
        return self.observed(), {}

    def step(self, action):
        self.steps += 1
        if self.name == "Failing-v0" or self.name == "Breaking-v0" and self.steps > 5:
            raise ValueError("the wheels came off")
        self.at += float(action - 1 if isinstance(action, int) else np.ravel(action)[0])
        reward = float("nan") if self.name == "Nan-v0" else self.at
        return self.observed(), reward, self.at > 10 and self.name != "Large-v0", False, {}

    def render(self):
        picture = np.zeros(self.size, np.uint8)
        picture[:, int(self.at) % 16] = 200
        return picture

    def observed(self):
        numbers = np.array([self.at, self.start], np.float32)
        return {"Vector-v0": numbers, "Picture-v0": self.render(), "Large-v0": self.render()}.get(self.name, {"eye": self.render(), "body": numbers})

    def close(self):
        pass


def spec(name):
    if not name.endswith("-v0"):
        raise _Error(f"Environment `{name}` doesn't exist.")
    return types.SimpleNamespace(nondeterministic=False)


def make(name, **options):
    if name == "Heavy-v0":
        raise _Missing("Heavy is not installed, run `pip install heavy`")
    return Road(name, **options)
