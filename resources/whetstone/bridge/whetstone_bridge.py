"""Whetstone's bridge to Gymnasium: shows one environment to one client over loopback.

Needs Python 3.9 or newer, gymnasium and numpy. Whetstone starts it; to start it by hand:

    WHETSTONE_BRIDGE_TOKEN=SECRET python3 whetstone_bridge.py --environment CarRacing-v3 --port 5757

The protocol (version 1) is described in docs/gymnasium-bridge.md. A companion (see car_racing.py) may name actions, measure, tell
what happened and advise. Nothing that comes through the socket is ever executed or unpickled: requests are JSON and 32-bit floats.
"""
import argparse
import hmac
import importlib.util
import json
import math
import os
import secrets
import socket
import struct
import sys
import threading
import time

PROTOCOL = 1
MOST_HEADER = 1 << 16
MOST_PAYLOAD = 1 << 22
HELLO_SECONDS = 10
LENGTHS = struct.Struct(">II")


class Refusal(Exception):
    """Something that the user must be told in a sentence."""


def import_libraries():
    global gymnasium, np
    for name in ("numpy", "gymnasium"):
        try:
            module = __import__(name)
        except ImportError as missing:
            raise Refusal(f"The Python at {sys.executable} has no {name} ({missing}). Install it with: "
                          f"{sys.executable} -m pip install gymnasium numpy") from missing
        if name == "numpy":
            np = module
        else:
            gymnasium = module


# ---------------------------------------------------------------- what is seen

class Pictures:
    """One camera: a picture in the observation, or the environment's own drawing where it observes none."""

    def __init__(self, name, shape, factor, take):
        self.name, self.factor, self.take = name, factor, take
        self.height, self.width = shape[0], shape[1]
        self.channels = 1 if len(shape) == 2 else min(shape[2], 3)

    def of(self, observation):
        picture = np.asarray(self.take(observation))
        if picture.ndim == 3:
            picture = picture[:, :, :self.channels]
        if self.factor != 1:
            picture = np.clip(np.rint(picture * self.factor), 0, 255)
        return np.ascontiguousarray(picture, dtype=np.uint8).tobytes()

    def described(self):
        return {"name": self.name, "width": self.width, "height": self.height, "channels": self.channels}


class Values:
    """Numbers of the observation, flattened, as 32-bit floats."""

    def __init__(self, names, take):
        self.names, self.take = names, take

    def of(self, observation):
        return np.asarray(self.take(observation), dtype=np.float32).reshape(-1)


def picture_factor(space):
    """By what a picture's samples become 0 to 255; None where a space holds no picture."""
    if not isinstance(space, gymnasium.spaces.Box) or len(space.shape) not in (2, 3) or min(space.shape[:2]) < 8:
        return None
    if len(space.shape) == 3 and space.shape[2] not in (1, 3, 4):
        return None
    if space.dtype == np.uint8:
        return 1
    return 255 if np.issubdtype(space.dtype, np.floating) and space.low.min() >= 0 and space.high.max() <= 1 else None


def senses(space, name="", take=lambda observation: observation):
    """The cameras and values of an observation space; Dict and Tuple are walked through, names joined by dots."""
    factor = picture_factor(space)
    if factor is not None:
        return [Pictures(name or "front", space.shape, factor, take)], []
    if isinstance(space, (gymnasium.spaces.Dict, gymnasium.spaces.Tuple)):
        keyed = space.spaces.items() if isinstance(space, gymnasium.spaces.Dict) else enumerate(space.spaces)
        cameras, values = [], []
        for key, part in keyed:
            more = senses(part, f"{name}.{key}" if name else str(key), lambda observation, key=key: take(observation)[key])
            cameras += more[0]
            values += more[1]
        return cameras, values
    if isinstance(space, (gymnasium.spaces.Box, gymnasium.spaces.Discrete, gymnasium.spaces.MultiBinary, gymnasium.spaces.MultiDiscrete)):
        count = int(np.prod(space.shape)) if space.shape else 1
        base = name or "value"
        return [], [Values([base] if count == 1 else [f"{base}.{i}" for i in range(count)], take)]
    raise Refusal(f"Observations of the kind {type(space).__name__} can't be shown; Box, Discrete, Dict and Tuple can.")


# ---------------------------------------------------------------- what is done

class PlainActions:
    """Box: each dimension from [-1, 1] to its bounds. Discrete: [-1, 1] in equal parts, the lowest choice at the left."""

    def __init__(self, space):
        self.space = space
        if isinstance(space, gymnasium.spaces.Discrete):
            count = 1
        elif isinstance(space, gymnasium.spaces.Box) and np.all(np.isfinite(space.low)) and np.all(np.isfinite(space.high)):
            count = int(np.prod(space.shape))
        else:
            raise Refusal(f"Actions of the kind {space} can't be steered; Box with bounds and Discrete can.")
        names = ["steer", "throttle"] + [f"action{i + 1}" for i in range(2, count)]
        self.dimensions = [{"name": name, "low": -1.0, "high": 1.0} for name in names[:count]]

    def of(self, values):
        if isinstance(self.space, gymnasium.spaces.Discrete):
            choice = min(int((values[0] + 1) / 2 * self.space.n), int(self.space.n) - 1)
            return int(self.space.start) + choice
        share = (np.asarray(values, dtype=np.float64).reshape(self.space.shape) + 1) / 2
        return (self.space.low + share * (self.space.high - self.space.low)).astype(self.space.dtype)


# ---------------------------------------------------------------- the environment

class World:
    """One Gymnasium environment with its companion, driven decision by decision."""

    def __init__(self, name, options, companion_file):
        self.name = name
        module = load_companion(companion_file) if companion_file else None
        options = dict(options)
        self.every = options.pop("every", getattr(module, "EVERY", 1))
        if not isinstance(self.every, int) or not 1 <= self.every <= 1000:
            raise Refusal(f"every={self.every}: an action can be held for 1 to 1000 ticks.")
        own = {key: options.pop(key) for key in list(options) if key in getattr(module, "OPTIONS", ())}
        self.environment = make(name, options)
        self.companion = module.Companion(self.environment, **own) if module else None
        self.actions = self.companion if hasattr(self.companion, "dimensions") else PlainActions(self.environment.action_space)
        self.cameras, self.values = senses(self.environment.observation_space)
        if not self.cameras:
            self.cameras = [self.drawn()]
        self.measured = list(getattr(self.companion, "measures", []))

    def drawn(self):
        """The environment's own drawing, for one that observes only numbers."""
        self.environment.reset(seed=0)
        picture = self.environment.render()
        if not isinstance(picture, np.ndarray) or picture.ndim != 3:
            raise Refusal(f"'{self.name}' observes no picture and draws none (no render mode rgb_array): there would be nothing to look at.")
        return Pictures("front", picture.shape, 1, lambda _: self.environment.render())

    def described(self):
        rate = float(self.environment.metadata.get("render_fps") or 30)
        spec = self.environment.spec
        return {"environment": self.name, "ticksPerSecond": rate / self.every, "action": self.actions.dimensions,
                "cameras": [camera.described() for camera in self.cameras],
                "state": [name for value in self.values for name in value.names] + self.measured,
                "expert": hasattr(self.companion, "advise"), "falls": bool(getattr(self.companion, "falls", False)),
                "repeatable": not (spec is not None and spec.nondeterministic),
                "vehicle": getattr(self.companion, "vehicle", None), "camera": getattr(self.companion, "camera", None)}

    def reset(self, seed):
        self.observation, _ = self.environment.reset(seed=seed % 2 ** 64)
        if hasattr(self.companion, "begin"):
            self.companion.begin()
        return self.seen({"reward": 0.0, "terminated": False, "truncated": False, "events": [], "distance": 0.0})

    def step(self, values):
        happened = self.drive(values, True)
        return self.seen(happened)

    def replay(self, seed, actions):
        """Drives an episode again from its seed to where its actions lead."""
        answer = self.reset(seed)
        for index, values in enumerate(actions):
            answer = self.step(values) if index == len(actions) - 1 else self.drive(values, False)
        return answer

    def drive(self, values, drawn):
        """Holds an action for as many ticks as a decision takes; only the last is drawn where the companion can leave that out."""
        reward, events, distance, terminated, truncated = 0.0, [], 0.0, False, False
        hiding = getattr(self.companion, "unseen", None)
        for tick in range(self.every):
            action = self.actions.of(values)
            last = drawn and tick == self.every - 1
            if hiding and not last:
                hiding(True)
            try:
                self.observation, given, terminated, truncated, info = self.environment.step(action)
            finally:
                if hiding and not last:
                    hiding(False)
            reward += float(given)
            if hasattr(self.companion, "happened"):
                more, metres = self.companion.happened(terminated, info)
                events += more
                distance += metres
            if terminated or truncated:
                if hiding and not last and hasattr(self.companion, "draw"):
                    self.observation = self.companion.draw()
                break
        return {"reward": reward, "terminated": bool(terminated), "truncated": bool(truncated), "events": sorted(set(events)),
                "distance": distance}

    def seen(self, happened):
        if not all(math.isfinite(happened[key]) for key in ("reward", "distance")):
            raise Refusal(f"'{self.name}' gave a reward of {happened['reward']}.")
        payload = [camera.of(self.observation) for camera in self.cameras]
        values = [value.of(self.observation) for value in self.values]
        if self.measured:
            values.append(np.asarray(self.companion.measure(), dtype=np.float32))
        payload += [value.astype("<f4").tobytes() for value in values]
        return {"type": "seen", **happened}, b"".join(payload)


def make(name, options):
    try:
        spec = gymnasium.spec(name)
        made = gymnasium.make(name, **options)
        if not senses(made.observation_space)[0]:
            made.close()
            made = gymnasium.make(name, render_mode="rgb_array", **options)
        return made
    except gymnasium.error.DependencyNotInstalled as missing:
        raise Refusal(f"'{name}' needs something that the Python at {sys.executable} lacks: {missing}") from missing
    except gymnasium.error.Error as unknown:
        raise Refusal(f"Gymnasium can't make '{name}': {str(unknown).splitlines()[0]}") from unknown
    except (ImportError, TypeError, ValueError, AttributeError) as failed:
        raise Refusal(f"Gymnasium can't make '{name}': {failed}") from failed


def load_companion(file):
    spec = importlib.util.spec_from_file_location("whetstone_companion", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ---------------------------------------------------------------- the protocol

class Client:
    """One connection: a request, an answer."""

    def __init__(self, connection):
        self.connection = connection

    def read(self):
        header_length, payload_length = LENGTHS.unpack(self.exactly(LENGTHS.size))
        if header_length > MOST_HEADER or payload_length > MOST_PAYLOAD:
            raise Refusal(f"A message of {header_length} + {payload_length} bytes is too long.")
        request = json.loads(self.exactly(header_length).decode("utf-8"))
        if not isinstance(request, dict):
            raise Refusal("A request is a JSON object.")
        return request, self.exactly(payload_length)

    def exactly(self, count):
        parts = bytearray()
        while len(parts) < count:
            part = self.connection.recv(count - len(parts))
            if not part:
                raise ConnectionError("the client is gone")
            parts += part
        return bytes(parts)

    def write(self, header, payload=b""):
        text = json.dumps(header, allow_nan=False, separators=(",", ":")).encode("utf-8")
        self.connection.sendall(LENGTHS.pack(len(text), len(payload)) + text + payload)

    def refuse(self, sentence):
        self.write({"type": "error", "message": str(sentence)[:2000]})


def welcome(client, token):
    """Whether the client knows the token and speaks our version."""
    request, _ = client.read()
    if request.get("type") != "hello" or not hmac.compare_digest(str(request.get("token", "")).encode(), token.encode()):
        client.refuse("The token is wrong.")
        return False
    if request.get("protocol") != PROTOCOL:
        client.refuse(f"This bridge speaks version {PROTOCOL} of the protocol, not {request.get('protocol')}.")
        return False
    return True


def floats(payload, width):
    if len(payload) % (4 * width):
        raise Refusal(f"{len(payload)} bytes are no actions of {width} values.")
    values = np.frombuffer(payload, dtype="<f4").reshape(-1, width)
    if not np.all(np.isfinite(values)):
        raise Refusal("An action is not a number.")
    return np.clip(values, -1, 1)


def answer(world, request, payload):
    kind, width = request.get("type"), len(world.actions.dimensions)
    if kind == "reset":
        return world.reset(int(request["seed"]))
    if kind == "step":
        return world.step(floats(payload, width)[0])
    if kind == "replay":
        return world.replay(int(request["seed"]), floats(payload, width))
    if kind == "advise":
        return {"type": "advice", "action": [float(value) for value in world.companion.advise()]}, b""
    raise Refusal(f"'{kind}' is no request of this protocol.")


def serve(client, world):
    client.write({"type": "welcome", "protocol": PROTOCOL, **world.described()})
    while True:
        request, payload = client.read()
        if request.get("type") == "close":
            return
        try:
            header, pictures = answer(world, request, payload)
        except ConnectionError:
            raise
        except Exception as failed:  # whatever the environment throws is told, and this connection ends
            client.refuse(failed if isinstance(failed, Refusal) else f"'{world.name}' failed: {type(failed).__name__}: {failed}")
            return
        client.write(header, pictures)


def listen(port, token, world, once, announce):
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen(1)
        announce({"whetstone-bridge": PROTOCOL, "port": listening.getsockname()[1]})
        while True:
            connection, _ = listening.accept()
            with connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                connection.settimeout(HELLO_SECONDS)
                client = Client(connection)
                try:
                    if welcome(client, token):
                        connection.settimeout(None)
                        serve(client, world)
                        if once:
                            return
                except (OSError, ValueError, Refusal) as gone:
                    print(f"connection ended: {gone}", file=sys.stderr)
                    if once and not isinstance(gone, Refusal):
                        return


def end_with_parent():
    """Whetstone holds our standard input open: when it is gone, so are we."""
    while sys.stdin.buffer.read(1):
        time.sleep(0)
    os._exit(0)


def main():
    said = argparse.ArgumentParser(description="Shows a Gymnasium environment to Whetstone.")
    said.add_argument("--environment", required=True, help="its id, for example CarRacing-v3")
    said.add_argument("--options", default="{}", help="JSON: every, what the companion takes, and arguments of the environment")
    said.add_argument("--companion", help="a Python file with a class Companion, as car_racing.py")
    said.add_argument("--port", type=int, default=0, help="0 takes a free one")
    said.add_argument("--child", action="store_true", help="token in the first line of standard input; ends with the first client")
    arguments = said.parse_args()

    told = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what an environment prints must not look like ours

    def announce(line):
        told.write(json.dumps(line) + "\n")
        told.flush()

    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if arguments.child:
        token = sys.stdin.buffer.readline().decode().strip()
        threading.Thread(target=end_with_parent, daemon=True).start()
    else:
        token = os.environ.get("WHETSTONE_BRIDGE_TOKEN") or secrets.token_hex(16)
        print(f"token: {token}", file=sys.stderr)
    try:
        if len(token) < 16:
            raise Refusal("The token is too short: use 16 characters or more.")
        import_libraries()
        world = World(arguments.environment, json.loads(arguments.options), arguments.companion)
    except Refusal as refusal:
        announce({"whetstone-bridge": PROTOCOL, "error": str(refusal)})
        return 3
    listen(arguments.port, token, world, arguments.child, announce)
    world.environment.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
