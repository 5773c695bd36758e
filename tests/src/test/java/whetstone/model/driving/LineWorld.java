package whetstone.model.driving;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.VehicleModel;
import whetstone.model.environment.Environment;

/**
 * The smallest world with falls and laps: a place on a line that drifts to the right and is steered; beyond one it is a fall.
 * Twenty ticks are a lap. Its picture is one grey pixel that shows the place. The expert steers back to zero.
 */
public final class LineWorld implements Environment {
    private static final EnvironmentSpec SPEC = new EnvironmentSpec("line", "", 10, ActionSpec.STEER,
            List.of(new Camera("front", 1, 1, 1, new CameraProfile(1, 0, 90, 0, 0))), List.of(),
            new VehicleModel(1, 30, 90, 1, 1), false);

    private double place;
    private int ticks;

    public static Course course() {
        LineWorld world = new LineWorld();
        return new Course(world, seen -> ActionSpec.STEER.clamp((float) (-world.place - 0.2)));
    }

    @Override
    public EnvironmentSpec spec() {
        return SPEC;
    }

    @Override
    public Observation reset(long seed) {
        place = new Random(seed).nextDouble(-0.5, 0.5);
        ticks = 0;
        return seen();
    }

    @Override
    public Outcome step(Action action) {
        place += action.steer() + 0.2;
        ticks++;
        Set<Event> events = EnumSet.noneOf(Event.class);
        if (Math.abs(place) > 1) {
            place = 0;
            events.add(Event.FALL);
        }
        if (ticks % 20 == 0) {
            events.add(Event.LAP);
        }
        return new Outcome(seen(), events, 1, false);
    }

    private Observation seen() {
        byte shade = (byte) Math.round(127.5 + 127.5 * Math.clamp(place, -1, 1));
        return new Observation(Map.of("front", new Picture(1, 1, 1, new byte[] {shade})), StateVector.EMPTY);
    }
}
