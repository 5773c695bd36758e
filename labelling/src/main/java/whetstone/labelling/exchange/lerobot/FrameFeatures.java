package whetstone.labelling.exchange.lerobot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Step;

/**
 * The features of an exported dataset and their values by frame. {@code action} is what is to be imitated; where that is not known the
 * executed action stands there, or a neutral one, and {@code labelled} says no. What else is known of a frame has features of its own:
 * their names don't begin with "action" or "observation", since LeRobot makes every such feature an output or input of a policy
 * ({@code dataset_to_policy_features}). NaN is an action that nobody gave.
 */
final class FrameFeatures {
    static final String STATE = "observation.state";
    static final String PICTURES = "observation.images.";
    static final String ACTION = "action";
    private static final List<String> KINDS = List.of(Survey.EXECUTED, Survey.LEARNER, Survey.EXPERT, Survey.RAW);

    private final EnvironmentSpec environment;
    private final Map<String, Camera> cameras;
    private final List<String> kinds;
    private final double framesPerSecond;
    private final List<Feature> features;

    FrameFeatures(EnvironmentSpec environment, Survey survey, int framesPerSecond) {
        this.environment = environment;
        this.cameras = cameras(environment);
        this.kinds = KINDS.stream().filter(survey.kinds()::contains).toList();
        this.framesPerSecond = framesPerSecond;
        this.features = List.copyOf(all());
    }

    /** Cameras by the names of their features, in their order. */
    static Map<String, Camera> cameras(EnvironmentSpec environment) {
        Map<String, Camera> cameras = new LinkedHashMap<>();
        for (Camera camera : environment.cameras()) {
            String plain = PICTURES + camera.name().replaceAll("[^A-Za-z0-9_-]", "_");
            String name = IntStream.iterate(1, number -> number + 1).mapToObj(number -> number == 1 ? plain : plain + "_" + number)
                    .filter(free -> !cameras.containsKey(free)).findFirst().orElseThrow();
            cameras.put(name, camera);
        }
        return cameras;
    }

    private List<Feature> all() {
        List<String> dimensions = environment.action().dimensions().stream().map(ActionSpec.Dimension::name).toList();
        List<Feature> all = new ArrayList<>();
        if (!environment.stateNames().isEmpty()) {
            all.add(Feature.floats(STATE, environment.stateNames()));
        }
        cameras.forEach((name, camera) -> all.add(Feature.picture(name, camera.height(), camera.width())));
        all.add(Feature.floats(ACTION, dimensions));
        kinds.forEach(kind -> all.add(Feature.floats(kind, dimensions)));
        all.addAll(List.of(Feature.one("intervention", "bool"), Feature.one("labelled", "bool"), Feature.one("rejected", "bool"),
                Feature.one("trust", "float32"), Feature.one("repair", "int64"), Feature.one("control", Feature.STRING),
                Feature.one("label_kind", Feature.STRING), Feature.one("label_by", Feature.STRING), Feature.one("events", Feature.STRING),
                Feature.one("timestamp", "float32"), Feature.one("frame_index", "int64"), Feature.one("episode_index", "int64"),
                Feature.one("index", "int64"), Feature.one("task_index", "int64")));
        return all;
    }

    List<Feature> features() {
        return features;
    }

    Map<String, Camera> cameras() {
        return cameras;
    }

    /**
     * The frame's values in the features' order.
     *
     * @param files its pictures as PNG or JPEG files, by feature
     * @param first number of the episode's first frame in the dataset
     */
    List<Object> row(Frame frame, Map<String, byte[]> files, Episode episode, long first) {
        Step step = frame.step();
        List<Object> row = new ArrayList<>();
        if (!environment.stateNames().isEmpty()) {
            row.add(cell(IntStream.range(0, step.seen().state().size()).mapToObj(step.seen().state()::get).toList()));
        }
        cameras.keySet().forEach(name -> row.add(List.of(files.get(name), Optional.empty())));
        row.add(cell(floats(frame.wanted().or(step::executedAction).orElseGet(environment.action()::neutral))));
        kinds.forEach(kind -> row.add(cell(action(kind, frame).map(FrameFeatures::floats)
                .orElseGet(() -> environment.action().dimensions().stream().map(_ -> Float.NaN).toList()))));
        row.addAll(said(frame));
        row.addAll(List.of((float) (step.tick() / framesPerSecond), (long) step.tick(), (long) episode.index(), first + step.tick(),
                (long) episode.task()));
        return row;
    }

    private static Optional<Action> action(String kind, Frame frame) {
        return switch (kind) {
            case Survey.EXECUTED -> frame.step().executedAction();
            case Survey.LEARNER -> frame.step().learnerAction();
            case Survey.EXPERT -> frame.step().expertAction();
            case Survey.RAW -> frame.said().flatMap(Said::raw);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static List<Object> said(Frame frame) {
        Step step = frame.step();
        Optional<Said> said = frame.said();
        double trust = said.filter(label -> label.kind() != Said.Kind.REJECTION).map(Said::trust).orElse(frame.wanted().isPresent() ? 1.0 : 0.0);
        return List.of(frame.intervention(), frame.wanted().isPresent(), frame.rejected(), (float) trust,
                (long) said.map(Said::repair).orElse(0), word(step.control()), said.map(Said::kind).map(FrameFeatures::word).orElse(""),
                said.map(Said::expert).orElse(""), step.events().stream().map(FrameFeatures::word).sorted().collect(Collectors.joining(" ")));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<Float> floats(Action action) {
        return IntStream.range(0, action.size()).mapToObj(action::get).toList();
    }

    /** A single value stands bare. */
    private static Object cell(List<Float> values) {
        return values.size() == 1 ? values.getFirst() : values;
    }
}
