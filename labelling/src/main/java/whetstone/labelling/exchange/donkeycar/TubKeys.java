package whetstone.labelling.exchange.donkeycar;

import java.util.LinkedHashMap;
import java.util.Map;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;

/**
 * The names of a record's values. Donkeycar's own: {@code cam/image_array}, {@code user/angle} and {@code user/throttle} (what is to be
 * imitated), {@code pilot/angle} and {@code pilot/throttle} (what the learner wanted), {@code user/mode}. What Donkeycar has no name
 * for stands under {@code whetstone/} and is ignored by it.
 */
final class TubKeys {
    static final String IMAGE = "cam/image_array";
    static final String IMAGE_TYPE = "image_array";
    static final String MODE = "user/mode";
    static final String INDEX = "_index";
    static final String SESSION = "_session_id";
    static final String TIMESTAMP = "_timestamp_ms";

    static final String USER = "user/";
    static final String PILOT = "pilot/";
    static final String OWN = "whetstone/";
    static final String EXECUTED = OWN + "executed/";
    static final String ADVISED = OWN + "advised/";
    static final String GIVEN = OWN + "given/";
    static final String STATE = OWN + "state/";
    static final String CONTROL = OWN + "control";
    static final String LABEL = OWN + "label";
    static final String EXPERT = OWN + "expert";
    static final String REPAIR = OWN + "repair";
    static final String TRUST = OWN + "trust";
    static final String EVENTS = OWN + "events";
    static final String POLICY = OWN + "policy";
    static final String ROUND = OWN + "round";
    static final String SPLIT = OWN + "split";

    /** In the user metadata: what is known of each session's rollout. */
    static final String SESSIONS = "whetstone/sessions";

    private TubKeys() {}

    /** Donkeycar says angle where the rest of the world says steering. */
    static String dimension(String who, String name) {
        return who + (name.equals("steer") ? "angle" : name);
    }

    /** The key of each camera: the first one is the one that Donkeycar looks through. */
    static Map<String, String> cameras(EnvironmentSpec environment) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Camera camera : environment.cameras()) {
            String key = keys.isEmpty() ? IMAGE : "cam/" + camera.name().replaceAll("[^A-Za-z0-9-]", "-");
            keys.put(camera.name(), keys.containsValue(key) ? key + "-" + keys.size() : key);
        }
        return keys;
    }

    /** As Donkeycar names a picture's file, the underscore before its ending included. */
    static String file(int index, String key) {
        return index + "_" + key.replace('/', '_') + "_.jpg";
    }

    /** Every input that a record of these may hold, with its type. */
    static Map<String, String> types(Recordings recordings) {
        Map<String, String> types = new LinkedHashMap<>();
        types.put(IMAGE, IMAGE_TYPE);
        types.put(dimension(USER, "steer"), "float");
        types.put(dimension(USER, "throttle"), "float");
        types.put(MODE, "str");
        for (Recording recording : recordings.recordings()) {
            EnvironmentSpec environment = recording.info().environment();
            cameras(environment).values().forEach(key -> types.put(key, IMAGE_TYPE));
            for (String who : new String[] {USER, PILOT, EXECUTED, ADVISED, GIVEN}) {
                for (ActionSpec.Dimension dimension : environment.action().dimensions()) {
                    types.put(dimension(who, dimension.name()), "float");
                }
            }
            environment.stateNames().forEach(name -> types.put(STATE + name, "float"));
        }
        for (String text : new String[] {CONTROL, LABEL, EXPERT, EVENTS, POLICY, SPLIT}) {
            types.put(text, "str");
        }
        types.put(REPAIR, "int");
        types.put(TRUST, "float");
        types.put(ROUND, "int");
        return types;
    }
}
