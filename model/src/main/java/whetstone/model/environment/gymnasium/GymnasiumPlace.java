package whetstone.model.environment.gymnasium;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which Gymnasium environment, as it is typed: its id and settings after commas, {@code CarRacing-v3,every=4,pedals=driver}; or
 * {@code @5757}, a bridge that already listens on that port of this machine.
 *
 * @param id as Gymnasium registers it: {@code Name-v1}, {@code namespace/Name-v1}, or {@code module:Name-v1}, which imports the module
 * @param options {@code every} (ticks for which an action is held), {@code companion} (a Python file), what the companion takes, and
 *     arguments of the environment
 */
public record GymnasiumPlace(String id, Map<String, String> options) {
    private static final Pattern ID = Pattern.compile("([A-Za-z0-9_.]+:)?([A-Za-z0-9_.-]+/)?[A-Za-z0-9_.-]+");
    private static final Pattern PORT = Pattern.compile("@\\d{1,5}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,60}");
    private static final int LONGEST = 1000;

    public GymnasiumPlace {
        if (!ID.matcher(id).matches() && !PORT.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is no id of a Gymnasium environment: name one like CarRacing-v3, "
                    + "or @PORT where a bridge listens");
        }
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
        options.keySet().forEach(GymnasiumPlace::checkKey);
    }

    /** @throws IllegalArgumentException with a sentence if it can't be understood */
    public static GymnasiumPlace parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the name of an environment is " + text.length() + " characters long, more than " + LONGEST);
        }
        String[] parts = text.strip().split(",");
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("'" + parts[i] + "' is no setting: write it like every=4");
            }
            if (options.put(parts[i].substring(0, equals).strip(), parts[i].substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("'" + parts[i].substring(0, equals).strip() + "' is set twice");
            }
        }
        return new GymnasiumPlace(parts[0].strip(), options);
    }

    /** The port of a bridge that was started by someone else; empty where we start it. */
    public OptionalInt port() {
        return PORT.matcher(id).matches() ? OptionalInt.of(Integer.parseInt(id.substring(1))) : OptionalInt.empty();
    }

    /** Whether making it runs nothing but what Gymnasium itself has registered: such a name may come from a stranger's file. */
    public boolean harmless() {
        return port().isEmpty() && id.indexOf(':') < 0 && options.keySet().stream().allMatch(Companions::harmless);
    }

    /** As it is typed. */
    public String text() {
        return id + options.entrySet().stream().map(option -> "," + option.getKey() + "=" + option.getValue()).collect(Collectors.joining());
    }

    private static void checkKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("'" + key + "' is no name of a setting");
        }
    }
}
