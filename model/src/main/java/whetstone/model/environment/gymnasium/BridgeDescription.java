package whetstone.model.environment.gymnasium;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.EnvironmentSpec;
import whetstone.model.VehicleModel;
import whetstone.model.environment.gymnasium.BridgeConnection.BrokenException;

/**
 * What a bridge says of its environment when it welcomes us, checked.
 *
 * @param expert whether it advises
 * @param falls whether it tells falls
 */
record BridgeDescription(EnvironmentSpec spec, boolean expert, boolean falls) {
    static final String NAME = "gymnasium";
    private static final int MOST_CAMERAS = 8;
    private static final int WIDEST = 4096;
    private static final int MOST_VALUES = 4096;
    private static final int MOST_DIMENSIONS = 64;
    private static final int LONGEST_NAME = 200;
    private static final long MOST_BYTES = 64L << 20;
    /** Where nothing is known of a vehicle; no ribbon is drawn by it, since its camera does not see the ground. */
    private static final VehicleModel SOME_VEHICLE = new VehicleModel(2.5, 30, 180, 1.8, 1);

    /** @param place as the environment was chosen */
    static BridgeDescription of(JsonNode welcome, GymnasiumPlace place) throws BrokenException {
        try {
            CameraProfile profile = profile(welcome.path("camera"));
            EnvironmentSpec spec = new EnvironmentSpec(NAME, place.text(), number(welcome, "ticksPerSecond"), action(welcome.path("action")),
                    cameras(welcome.path("cameras"), profile), names(welcome.path("state")), vehicle(welcome.path("vehicle")),
                    welcome.path("repeatable").asBoolean() && place.port().isEmpty());
            if (payload(spec) > MOST_BYTES) {
                throw new IllegalArgumentException("pictures and values of " + payload(spec) + " bytes, more than " + MOST_BYTES);
            }
            return new BridgeDescription(spec, welcome.path("expert").asBoolean(), welcome.path("falls").asBoolean());
        } catch (IllegalArgumentException wrong) {
            throw new BrokenException("describes an environment that can't be: " + BridgeConnection.shown(wrong.getMessage()));
        }
    }

    /** Bytes that come with every observation. */
    static long payload(EnvironmentSpec spec) {
        return spec.cameras().stream().mapToLong(camera -> (long) camera.width() * camera.height() * camera.channels()).sum()
                + 4L * spec.stateNames().size();
    }

    private static ActionSpec action(JsonNode dimensions) {
        List<ActionSpec.Dimension> all = new ArrayList<>();
        for (JsonNode dimension : some(dimensions, "action", MOST_DIMENSIONS)) {
            all.add(new ActionSpec.Dimension(name(dimension.path("name")), (float) number(dimension, "low"), (float) number(dimension, "high")));
        }
        if (all.stream().noneMatch(dimension -> dimension.name().equals("steer") && dimension.low() == -1 && dimension.high() == 1)) {
            throw new IllegalArgumentException("no dimension of its action is called 'steer' and goes from -1 to 1");
        }
        return new ActionSpec(all);
    }

    private static List<Camera> cameras(JsonNode cameras, CameraProfile profile) {
        List<Camera> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode camera : some(cameras, "cameras", MOST_CAMERAS)) {
            int channels = whole(camera, "channels", 3);
            if (channels == 2) {
                throw new IllegalArgumentException("a picture of 2 channels");
            }
            if (!names.add(name(camera.path("name")))) {
                throw new IllegalArgumentException("two cameras are called " + camera.path("name"));
            }
            all.add(new Camera(name(camera.path("name")), whole(camera, "width", WIDEST), whole(camera, "height", WIDEST), channels, profile));
        }
        return all;
    }

    private static List<String> names(JsonNode state) {
        List<String> names = new ArrayList<>();
        if (!state.isArray() || state.size() > MOST_VALUES) {
            throw new IllegalArgumentException("the state is no list of at most " + MOST_VALUES + " names");
        }
        state.forEach(value -> names.add(name(value)));
        return names;
    }

    /** Where a camera is not described it is taken to see no ground, and no ribbon is drawn. */
    private static CameraProfile profile(JsonNode camera) {
        return camera.isObject() ? new CameraProfile(number(camera, "heightMetres"), number(camera, "pitchDegrees"),
                number(camera, "horizontalFieldOfViewDegrees"), number(camera, "yawDegrees"), number(camera, "forwardMetres"),
                number(camera, "verticalStretch")) : CameraProfile.NO_GROUND;
    }

    private static VehicleModel vehicle(JsonNode vehicle) {
        return vehicle.isObject() ? new VehicleModel(number(vehicle, "wheelbaseMetres"), number(vehicle, "maximumSteeringDegrees"),
                number(vehicle, "steeringRateDegreesPerSecond"), number(vehicle, "widthMetres"), number(vehicle, "nominalSpeed"))
                : SOME_VEHICLE;
    }

    private static JsonNode some(JsonNode list, String what, int most) {
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            throw new IllegalArgumentException("'" + what + "' is no list of 1 to " + most);
        }
        return list;
    }

    private static String name(JsonNode name) {
        if (!name.isTextual() || name.textValue().isBlank() || name.textValue().length() > LONGEST_NAME
                || !name.textValue().equals(BridgeConnection.shown(name.textValue()))) {
            throw new IllegalArgumentException("a name is " + name.getNodeType() + " where 1 to " + LONGEST_NAME + " characters are needed");
        }
        return name.textValue();
    }

    private static double number(JsonNode of, String field) {
        JsonNode value = of.path(field);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("'" + field + "' is no number");
        }
        return value.doubleValue();
    }

    private static int whole(JsonNode of, String field, int most) {
        JsonNode value = of.path(field);
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > most) {
            throw new IllegalArgumentException("'" + field + "' is " + BridgeConnection.shown(value.toString()) + ", not between 1 and " + most);
        }
        return value.intValue();
    }
}
