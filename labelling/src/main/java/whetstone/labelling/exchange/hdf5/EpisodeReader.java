package whetstone.labelling.exchange.hdf5;

import io.jhdf.api.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.AssumedCar;
import whetstone.labelling.exchange.ForeignJson;
import whetstone.labelling.exchange.FrameColumns;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.labelling.exchange.RolloutJson;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/** One episode of an HDF5 file, as robomimic and Minari keep them: a group of observations, actions, and beside them what we added. */
final class EpisodeReader {
    /** Fourteen hours at 20 frames a second. */
    private static final int LONGEST = 1_000_000;

    private final Hdf5File file;
    private final String place;
    private final int length;
    private final Hdf5Array actions;
    private final ObservedArrays observed;
    private final RolloutInfo info;
    private final List<String> names;
    private final Optional<Group> columns;

    /**
     * @param described whose attribute describes the rollout, where it is ours
     * @param seen group of observations
     * @param beside group in which our own columns lie
     */
    EpisodeReader(Hdf5File file, String place, String source, Group described, Group seen, Group beside, Hdf5Array actions, int length,
                  ImportOptions options, double ticksPerSecond) {
        this.file = file;
        this.place = place;
        this.length = length;
        this.actions = actions;
        requireLength();
        this.observed = new ObservedArrays(file, place, length, seen, !seen.equals(described));
        if (observed.cameras().isEmpty()) {
            throw file.refused(place + " has no picture among its observations: nothing could be shown or labelled");
        }
        Optional<RolloutInfo> ours = file.text(described, RobomimicExport.DESCRIPTION)
                .map(text -> RolloutJson.read(ForeignJson.read(text, place), place)).filter(this::fits);
        this.info = ours.orElseGet(() -> possible(() -> info(source, options, ticksPerSecond)));
        this.names = DatasetNames.of(info.environment()).cameras();
        if (ours.isPresent() && ordered(0).length != info.environment().stateNames().size()) {
            throw file.refused(place + " has other measured values than its description names");
        }
        this.columns = Optional.of(beside).filter(group -> ours.isPresent() && ColumnDatasets.there(file, group));
    }

    ImportedRollout rollout() {
        return new Read(info, length, this);
    }

    /** Its columns are in memory only while its frames are read. */
    private record Read(RolloutInfo info, int length, EpisodeReader reader) implements ImportedRollout {
        @Override
        public Iterator<ImportedFrame> frames() {
            Hdf5File file = reader.file;
            Optional<FrameColumns> known = file.guarded(() -> reader.columns.map(
                    group -> ColumnDatasets.read(file, group, reader.actions, reader.observed::state, length)));
            return IntStream.range(0, length).mapToObj(row -> file.guarded(() -> reader.frame(row, known))).iterator();
        }
    }

    private void requireLength() {
        if (length < 1 || length > LONGEST || actions.width() < 1 || actions.width() > ObservedArrays.MOST_MEASURED) {
            throw file.refused(place + " has " + length + " actions of " + actions.width() + " values");
        }
    }

    /** What was read as our own types take it. @throws whetstone.labelling.DatasetException where they don't: a name is empty, a number none */
    private <T> T possible(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException nonsense) {
            throw file.refused(place + ": " + nonsense.getMessage());
        }
    }

    /** Whether a description tells of what is there: it might have been copied from another file. */
    private boolean fits(RolloutInfo ours) {
        return ours.environment().action().size() == actions.width()
                && observed.cameras().keySet().containsAll(DatasetNames.of(ours.environment()).cameras());
    }

    private RolloutInfo info(String source, ImportOptions options, double ticksPerSecond) {
        List<Camera> views = new ArrayList<>();
        observed.cameras().forEach((name, array) -> views.add(camera(name, array)));
        List<String> names = new ArrayList<>();
        observed.measured().forEach((name, array) -> {
            for (int i = 0; i < array.width(); i++) {
                names.add(array.width() == 1 ? name : name + "_" + i);
            }
        });
        EnvironmentSpec environment = new EnvironmentSpec("recording", "", options.framesPerSecond().orElse(ticksPerSecond), spec(), views,
                names, AssumedCar.VEHICLE, false);
        return new RolloutInfo(environment, source, OptionalLong.empty(), 0, 0, options.clock().instant(), Optional.of("demonstrator"));
    }

    private Camera camera(String name, Hdf5Array array) {
        if (array.isFiles()) {
            EncodedPicture first = encoded(array, 0);
            return AssumedCar.camera(name, first.width(), first.height());
        }
        int[] shape = array.dimensions();
        return new Camera(name, shape[2], shape[1], shape[3], AssumedCar.camera(name, 1, 1).profile());
    }

    /** The first value steers and the second is the throttle, as driving datasets have it; bounds as wide as what is there asks for. */
    private ActionSpec spec() {
        List<ActionSpec.Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < actions.width(); i++) {
            float most = 1;
            for (int row = 0; row < length; row++) {
                double value = actions.numbers(row)[i];
                if (!Double.isFinite(value) || Math.abs(value) > Float.MAX_VALUE) {
                    throw file.refused(place + ": action " + row + " is " + value + ", not a number");
                }
                most = Math.max(most, (float) Math.abs(value));
            }
            dimensions.add(new ActionSpec.Dimension(i == 0 ? "steer" : i == 1 ? "throttle" : "action_" + i, -most, most));
        }
        return new ActionSpec(dimensions);
    }

    private ImportedFrame frame(int row, Optional<FrameColumns> columns) {
        try {
            Map<String, Picture> pictures = new HashMap<>();
            Map<String, EncodedPicture> files = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                Camera camera = info.environment().cameras().get(i);
                Hdf5Array array = observed.cameras().get(names.get(i));
                if (array.isFiles()) {
                    files.put(camera.name(), encoded(array, row));
                } else {
                    int[] shape = array.dimensions();
                    pictures.put(camera.name(), new Picture(shape[2], shape[1], shape[3], array.bytes(row)));
                }
            }
            Observation seen = new Observation(pictures, new StateVector(ordered(row)));
            ActionSpec spec = info.environment().action();
            Step step = columns.map(known -> known.step(row, seen, spec)).orElseGet(() -> new Step(row, seen, Optional.empty(),
                    Optional.of(new Action(spec, ColumnDatasets.floats(actions, row))), Control.HUMAN, Optional.empty(), Set.of(),
                    Optional.empty()));
            return new ImportedFrame(step, files, columns.flatMap(known -> known.said(row, spec)), place + ", frame " + row);
        } catch (IllegalArgumentException nonsense) {
            throw file.refused(place + ", frame " + row + ": " + nonsense.getMessage());
        }
    }

    /** What was measured, in the order of the environment's names: those of a description may be in another one than the file's. */
    private float[] ordered(int row) {
        List<String> names = DatasetNames.of(info.environment()).states();
        float[] values = new float[names.size()];
        if (!observed.measured().keySet().containsAll(names)) {
            return observed.state(row);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) observed.measured().get(names.get(i)).numbers(row)[0];
        }
        return values;
    }

    private EncodedPicture encoded(Hdf5Array array, int row) {
        try {
            return new EncodedPicture(array.file(row));
        } catch (IllegalArgumentException nonsense) {
            throw file.refused(place + ", frame " + row + " of '" + array.name() + "': " + nonsense.getMessage());
        }
    }
}
