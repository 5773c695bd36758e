package whetstone.model.environment.gymnasium;

import java.util.Optional;
import java.util.Set;

/** The companions that are shipped: Python files beside the bridge that know one environment well. */
final class Companions {
    static final String FOLDER = "/whetstone/bridge/";
    static final String BRIDGE = "whetstone_bridge.py";
    /** Settings whose values can do no harm, whoever chose them. */
    private static final Set<String> HARMLESS = Set.of("every", "pedals");

    private Companions() {}

    /** The file's name; empty where no shipped companion knows the environment. */
    static Optional<String> of(String id) {
        return id.matches("CarRacing-v\\d+") ? Optional.of("car_racing.py") : Optional.empty();
    }

    static boolean harmless(String option) {
        return HARMLESS.contains(option);
    }
}
