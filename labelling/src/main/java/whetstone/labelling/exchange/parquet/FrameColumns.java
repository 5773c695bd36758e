package whetstone.labelling.exchange.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;

/** The columns of {@code frames.parquet} and what stands in them. */
final class FrameColumns {
    private static final List<String> ACTIONS = List.of("wanted", "learner", "executed", "expert", "label", "given");

    private final List<String> cameras;
    private final List<String> states;
    private final List<String> dimensions;

    FrameColumns(Recordings recordings) {
        this.cameras = recordings.cameras();
        this.states = recordings.stateNames();
        this.dimensions = recordings.dimensions();
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("rollout", Kind.Scalar.INTEGER), Column.of("tick", Kind.Scalar.INTEGER),
                Column.of("seconds", Kind.Scalar.DOUBLE)));
        cameras.forEach(camera -> columns.add(Column.optional(pictureColumn(camera), Kind.PICTURE)));
        states.forEach(state -> columns.add(Column.optional("state_" + state, Kind.Scalar.FLOAT)));
        ACTIONS.forEach(who -> dimensions.forEach(dimension -> columns.add(Column.optional(who + "_" + dimension, Kind.Scalar.FLOAT))));
        columns.addAll(List.of(Column.of("control", Kind.Scalar.TEXT), Column.of("intervention", Kind.Scalar.FLAG),
                Column.of("rejected", Kind.Scalar.FLAG), Column.optional("label_kind", Kind.Scalar.TEXT),
                Column.optional("label_by", Kind.Scalar.TEXT), Column.optional("label_repair", Kind.Scalar.INTEGER),
                Column.optional("label_trust", Kind.Scalar.DOUBLE), Column.of("events", new Kind.ListOf(Kind.Scalar.TEXT)),
                Column.optional("round", Kind.Scalar.INTEGER), Column.optional("policy", Kind.Scalar.TEXT),
                Column.of("split", Kind.Scalar.TEXT), Column.of("source", Kind.Scalar.TEXT), Column.of("environment", Kind.Scalar.TEXT),
                Column.of("variant", Kind.Scalar.TEXT), Column.of("ticks_per_second", Kind.Scalar.DOUBLE),
                Column.of("seed", Kind.Scalar.INTEGER), Column.of("recorded_at", Kind.Scalar.INSTANT),
                Column.optional("driver", Kind.Scalar.TEXT)));
        return columns;
    }

    /** Columns that aren't pictures. */
    List<Column> withoutPictures() {
        return columns().stream().filter(column -> !column.kind().equals(Kind.PICTURE)).toList();
    }

    static String pictureColumn(String camera) {
        return "picture_" + camera;
    }

    /** @param picture of a camera as a file, where the frame has one */
    List<Object> row(Recording recording, Frame frame, Function<String, Optional<byte[]>> picture) {
        List<Object> row = new ArrayList<>(where(recording, frame.step()));
        cameras.forEach(camera -> row.add(picture.apply(camera).map(bytes -> List.of(Optional.of(bytes), Optional.empty()))));
        row.addAll(told(recording, frame));
        return row;
    }

    /** The row without its picture columns. */
    List<Object> rowWithoutPictures(Recording recording, Frame frame) {
        List<Object> row = new ArrayList<>(where(recording, frame.step()));
        row.addAll(told(recording, frame));
        return row;
    }

    private static List<Object> where(Recording recording, Step step) {
        return List.of(recording.id(), (long) step.tick(), step.tick() / recording.info().environment().ticksPerSecond());
    }

    private List<Object> told(Recording recording, Frame frame) {
        List<Object> cells = new ArrayList<>(numbers(recording, frame));
        cells.addAll(said(frame));
        cells.addAll(source(recording));
        return cells;
    }

    private List<Object> numbers(Recording recording, Frame frame) {
        Step step = frame.step();
        EnvironmentSpec environment = recording.info().environment();
        List<Object> cells = new ArrayList<>();
        states.forEach(state -> cells.add(Optional.of((float) environment.state(step.seen(), state, Double.NaN))
                .filter(value -> !value.isNaN())));
        Optional<Action> label = frame.said().flatMap(Said::action);
        Optional<Action> given = frame.said().flatMap(Said::raw);
        for (Optional<Action> action : List.of(frame.wanted(), step.learnerAction(), step.executedAction(), step.expertAction(), label,
                given)) {
            dimensions.forEach(dimension -> cells.add(value(action, dimension)));
        }
        return cells;
    }

    private static Optional<Float> value(Optional<Action> action, String dimension) {
        return action.filter(known -> known.spec().dimensions().stream().map(ActionSpec.Dimension::name).anyMatch(dimension::equals))
                .map(known -> known.get(dimension));
    }

    private static List<Object> said(Frame frame) {
        Step step = frame.step();
        Optional<Said> said = frame.said();
        return List.of(step.control().name().toLowerCase(Locale.ROOT), frame.intervention(), frame.rejected(),
                said.map(label -> label.kind().name().toLowerCase(Locale.ROOT)), said.map(Said::expert),
                said.filter(label -> label.repair() > 0).map(label -> (long) label.repair()),
                said.filter(label -> label.action().isPresent()).map(Said::trust),
                step.events().stream().map(event -> event.name().toLowerCase(Locale.ROOT)).sorted().toList());
    }

    private static List<Object> source(Recording recording) {
        RolloutInfo info = recording.info();
        EnvironmentSpec environment = info.environment();
        return List.of(Optional.of((long) info.round()).filter(round -> round > 0), recording.policy(),
                recording.split().name().toLowerCase(Locale.ROOT), info.source(), environment.name(), environment.variant(),
                environment.ticksPerSecond(), info.seed(), info.recordedAt().truncatedTo(java.time.temporal.ChronoUnit.MICROS), info.expert());
    }
}
