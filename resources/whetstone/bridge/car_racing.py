"""Whetstone's companion of Gymnasium's CarRacing: who steers only needs no pedals, and a pure-pursuit expert that knows the track.

A companion is a Python file with a class Companion; every name below but the constructor may be left out (docs/gymnasium-bridge.md).
Lengths are the game's own, taken as metres: the road is 13.3 wide and the car 2.2. Steering is positive to the right.
"""
import math

import numpy as np

EVERY = 4                    # a decision holds for 4 ticks: 12.5 decisions a second
OPTIONS = ("pedals",)        # pedals=driver: the driver gives gas and brakes too; otherwise they follow the steering
LOCK = 0.4                   # radians of the front wheels at full steering
WHEELBASE = 3.24


class Companion:
    measures = ["speed", "steeringAngle"]
    falls = True
    vehicle = {"wheelbaseMetres": WHEELBASE, "maximumSteeringDegrees": math.degrees(LOCK), "steeringRateDegreesPerSecond": 170.0,
               "widthMetres": 2.2, "nominalSpeed": 45.0}
    # The picture is drawn from straight above, the car a quarter up, 1.56 pixels a metre across and 1.94 along (after its first second).
    camera = {"heightMetres": 30.0, "pitchDegrees": 90.0, "horizontalFieldOfViewDegrees": 91.6, "yawDegrees": 0.0, "forwardMetres": 13.98,
              "verticalStretch": 1.25}

    def __init__(self, environment, pedals="bridge"):
        self.environment = environment
        self.game = environment.unwrapped
        self.own_pedals = pedals != "driver"
        names = ["steer"] if self.own_pedals else ["steer", "throttle"]
        self.dimensions = [{"name": name, "low": -1.0, "high": 1.0} for name in names]
        self.draws = self.game._render
        self.expert = Pursuit()

    def begin(self):
        """An episode has begun."""
        self.off_road = False
        self.road = np.array([(x, y) for _, _, x, y in self.game.track])
        self.nearest = 0

    def of(self, values):
        """A driver's values as the game's action: steering, gas, brake."""
        throttle = values[1] if len(values) > 1 else governed(self.speed(), values[0])
        return np.array([LOCK * values[0], max(0.0, throttle), max(0.0, -throttle)], dtype=np.float32)

    def happened(self, terminated, info):
        """Events of a tick and the metres driven along the road during it. A fall: all wheels have left the road."""
        away = all(not wheel.tiles for wheel in self.game.car.wheels)
        left_field = terminated and info.get("lap_finished") is False
        events = ["fall"] if (away or left_field) and not self.off_road else []
        self.off_road = away or left_field
        if terminated and info.get("lap_finished"):
            events.append("lap")
        return events, self.along() * 0.02

    def unseen(self, wanted):
        """Between two decisions nobody looks: the game then moves without drawing, a hundred times faster."""
        self.game._render = (lambda mode: self.game.state) if wanted else self.draws

    def draw(self):
        return self.draws("state_pixels")

    def measure(self):
        return [self.speed(), math.degrees(-self.game.car.wheels[0].joint.angle)]

    def speed(self):
        return float(self.game.car.hull.linearVelocity.length)

    def advise(self):
        steer, throttle = self.expert.drive(self)
        return [steer] if self.own_pedals else [steer, throttle]

    def along(self):
        """Metres a second along the road's direction."""
        at = self.position()
        ahead = self.road[(at + 1) % len(self.road)] - self.road[at]
        velocity = self.game.car.hull.linearVelocity
        return float(ahead @ (velocity[0], velocity[1]) / (np.linalg.norm(ahead) + 1e-9))

    def position(self):
        """The nearest point of the road's middle, looked for around the last one: the road passes close by itself."""
        here = np.array(self.game.car.hull.position)
        window = (self.nearest + np.arange(-6, 13)) % len(self.road)
        self.nearest = int(window[np.argmin(np.sum((self.road[window] - here) ** 2, axis=1))])
        return self.nearest


def governed(speed, steer):
    """Pedals that know nothing of the road: slower the more is steered."""
    wanted = 60.0 - 38.0 * min(1.0, abs(steer) / 0.7)
    return float(np.clip((wanted - speed) * 0.08, -0.6, 0.6))


class Pursuit:
    """Pure pursuit (Coulter 1992): steers along the arc to a point of the road ahead; brakes for bends before they come."""

    def drive(self, car):
        at = car.position()
        hull = car.game.car.hull
        speed = car.speed()
        goal = car.road[(at + int(3 + speed * 0.10)) % len(car.road)]
        aside, ahead = hull.GetLocalPoint((float(goal[0]), float(goal[1])))
        curvature = 2 * aside / (aside * aside + ahead * ahead + 1e-9)
        steer = math.atan(WHEELBASE * curvature) / LOCK
        wanted = self.wanted_speed(car, at, speed)
        throttle = float(np.clip((wanted - speed) * 0.08, -0.6, 0.6))
        return float(np.clip(steer, -1, 1)), throttle

    @staticmethod
    def wanted_speed(car, at, speed):
        points = car.road[(at + np.arange(0, int(8 + speed * 0.5))) % len(car.road)]
        headings = np.unwrap(np.arctan2(*np.diff(points, axis=0).T[::-1]))
        bend = np.abs(headings[4:] - headings[:-4]).max() / 14.0 if len(headings) > 4 else 0.0
        return min(80.0, math.sqrt(190.0 / (bend + 1e-3)))
