package whetstone.labelling.exchange.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.DatasetException;

/**
 * What {@code meta/info.json} of a stranger's dataset says, checked.
 *
 * @param framesPerSecond greater than 0, at most 1000
 * @param robot its type, empty where it is not told
 */
record DatasetInfo(Path folder, Version version, double framesPerSecond, String robot, List<Feature> features) {
    private static final int MOST_FEATURES = 1000;
    private static final int MOST_DIMENSIONS = 5;
    private static final int LARGEST = 1 << 16;
    private static final double MOST_FRAMES_PER_SECOND = 1000;

    /** @param place the folder of the dataset, its folder meta, or info.json in it */
    static DatasetInfo read(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve(InfoFile.PLACE) : place;
        if (!Files.exists(file) && Files.exists(place.resolve("info.json"))) {
            file = place.resolve("info.json");
        }
        file = file.toAbsolutePath().normalize();
        JsonNode info = Json.read(file);
        Path folder = Optional.ofNullable(file.getParent()).map(Path::getParent).orElse(file);
        Version version = version(info, file);
        String data = info.path("data_path").asText(InfoFile.dataPath(version));
        if (!data.equals(InfoFile.dataPath(version))) {
            throw wrong(file, "keeps its frames at '" + shown(data) + "'; read are datasets that keep them at '" + InfoFile.dataPath(version) + "'");
        }
        double rate = info.path("fps").asDouble(0);
        if (!(rate > 0 && rate <= MOST_FRAMES_PER_SECOND)) {
            throw wrong(file, "has '" + shown(info.path("fps").asText()) + "' frames per second ('fps'), not a number between 0 and 1000");
        }
        return new DatasetInfo(folder, version, rate, shown(info.path("robot_type").asText("")), features(info.path("features"), file));
    }

    private static Version version(JsonNode info, Path file) {
        String version = info.path("codebase_version").asText();
        return switch (version) {
            case "v2.0", "v2.1" -> Version.V2_1;
            case "v3.0" -> Version.V3_0;
            default -> throw wrong(file, "is of LeRobot's version '" + shown(version) + "'; read are v2.0, v2.1 and v3.0: convert it with "
                    + "LeRobot's own scripts");
        };
    }

    private static List<Feature> features(JsonNode described, Path file) {
        if (!described.isObject() || described.size() > MOST_FEATURES) {
            throw wrong(file, "describes no features, or more than " + MOST_FEATURES);
        }
        List<Feature> features = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : described.properties()) {
            features.add(feature(entry.getKey(), entry.getValue(), file));
        }
        return features;
    }

    private static Feature feature(String name, JsonNode described, Path file) {
        List<Integer> shape = new ArrayList<>();
        described.path("shape").forEach(size -> shape.add(size.asInt(0)));
        if (shape.isEmpty() || shape.size() > MOST_DIMENSIONS || shape.stream().anyMatch(size -> size < 1 || size > LARGEST)) {
            throw wrong(file, "gives feature '" + shown(name) + "' the shape " + shown(described.path("shape").toString()));
        }
        List<String> names = new ArrayList<>();
        texts(described.path("names"), names);
        boolean usable = names.size() == shape.getFirst() && new HashSet<>(names).size() == names.size() && names.stream().noneMatch(String::isBlank);
        return new Feature(name, described.path("dtype").asText(), shape, usable ? names : List.of());
    }

    /** Names come as a list, as {"motors": [...]}, or not at all. */
    private static void texts(JsonNode node, List<String> into) {
        if (node.isTextual()) {
            into.add(node.asText());
        } else {
            node.forEach(inner -> texts(inner, into));
        }
    }

    Optional<Feature> feature(String name) {
        return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
    }

    /** The dataset's name: that of its folder. */
    String name() {
        return Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("dataset");
    }

    static String shown(String strangers) {
        String plain = strangers.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
    }

    private static DatasetException wrong(Path file, String what) {
        return new DatasetException(file + " " + what + ".");
    }
}
