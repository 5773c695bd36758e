package whetstone.labelling.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Step;

/** The columns of {@code frames.csv} and what stands in them, as text. */
final class CsvColumns {
    private static final List<String> LAST = List.of("control", "label_kind", "label_by", "label_repair", "label_trust", "events", "round",
            "policy", "split");

    private final List<String> cameras;
    private final List<String> states;
    private final List<String> dimensions;

    CsvColumns(Recordings recordings) {
        this.cameras = recordings.cameras();
        this.states = recordings.stateNames();
        this.dimensions = recordings.dimensions();
    }

    List<String> names() {
        List<String> names = new ArrayList<>(List.of("rollout", "tick", "seconds"));
        cameras.forEach(camera -> names.add("picture_" + camera));
        states.forEach(state -> names.add("state_" + state));
        for (String who : List.of("learner", "executed", "expert", "label", "given")) {
            dimensions.forEach(dimension -> names.add(who + "_" + dimension));
        }
        names.addAll(LAST);
        return names;
    }

    List<String> row(Recording recording, Frame frame, Map<String, EncodedPicture> originals) {
        Step step = frame.step();
        EnvironmentSpec environment = recording.info().environment();
        List<String> row = new ArrayList<>(List.of(String.valueOf(recording.id()), String.valueOf(step.tick()),
                String.format(Locale.ROOT, "%.4f", step.tick() / environment.ticksPerSecond())));
        cameras.forEach(camera -> row.add(step.seen().pictures().containsKey(camera)
                ? place(recording, step.tick(), camera, originals) : ""));
        states.forEach(state -> row.add(state(environment, step, state)));
        Optional<Action> label = frame.said().flatMap(Said::action);
        Optional<Action> given = frame.said().flatMap(Said::raw);
        for (Optional<Action> action : List.of(step.learnerAction(), step.executedAction(), step.expertAction(), label, given)) {
            dimensions.forEach(dimension -> row.add(value(action, dimension)));
        }
        row.add(step.control().name().toLowerCase(Locale.ROOT));
        row.add(frame.said().map(said -> said.kind().name().toLowerCase(Locale.ROOT)).orElse(""));
        row.add(frame.said().map(Said::expert).orElse(""));
        row.add(frame.said().filter(said -> said.repair() > 0).map(said -> String.valueOf(said.repair())).orElse(""));
        row.add(label.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", frame.said().orElseThrow().trust()));
        row.add(step.events().stream().map(event -> event.name().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(" ")));
        row.add(recording.info().round() > 0 ? String.valueOf(recording.info().round()) : "");
        row.add(recording.policy().orElse(""));
        row.add(recording.split().name().toLowerCase(Locale.ROOT));
        return row;
    }

    private static String state(EnvironmentSpec environment, Step step, String name) {
        double value = environment.state(step.seen(), name, Double.NaN);
        return Double.isNaN(value) ? "" : String.valueOf((float) value);
    }

    private static String value(Optional<Action> action, String dimension) {
        return action.filter(known -> known.spec().dimensions().stream().map(ActionSpec.Dimension::name).anyMatch(dimension::equals))
                .map(known -> String.valueOf(known.get(dimension))).orElse("");
    }

    /** Where a picture lies, from the export's folder. */
    static String place(Recording recording, int tick, String camera, Map<String, EncodedPicture> originals) {
        boolean jpeg = originals.containsKey(camera) && originals.get(camera).format() == EncodedPicture.Format.JPEG;
        return String.format(Locale.ROOT, "pictures/%d/%06d-%s.%s", recording.id(), tick, plain(recording, camera), jpeg ? "jpg" : "png");
    }

    /** A camera's name is a stranger's: only letters, digits, - and _ of it are used, and a number where another one's would be the same. */
    private static String plain(Recording recording, String camera) {
        List<String> cameras = recording.info().environment().cameras().stream().map(Camera::name).toList();
        int index = cameras.indexOf(camera);
        boolean taken = cameras.subList(0, index).stream().anyMatch(other -> plain(other).equals(plain(camera)));
        return taken ? plain(camera) + "-" + index : plain(camera);
    }

    private static String plain(String camera) {
        return camera.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
