package whetstone.labelling.exchange.hdf5;

import io.jhdf.api.Group;
import io.jhdf.api.WritableGroup;
import java.lang.reflect.Array;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import whetstone.labelling.exchange.FrameColumns;
import whetstone.labelling.exchange.Recording;

/**
 * Where the columns of a rollout lie in an HDF5 file: datasets of a group, a row a frame. They are read from the recording once, when the
 * first of them is written.
 */
final class ColumnDatasets {
    private final Recording recording;
    private Optional<FrameColumns> columns = Optional.empty();
    private boolean oneMore;
    private int asked;

    ColumnDatasets(Recording recording) {
        this.recording = recording;
    }

    /** Puts a dataset that is made of the columns when the file is written. */
    void put(WritableGroup group, String name, Function<FrameColumns, Object> values) {
        boolean more = oneMore;
        asked++;
        group.putDataset(name, new DeferredDataset(name, group, () -> {
            Object made = values.apply(columns());
            return more ? lastTwice(made) : made;
        }));
    }

    private FrameColumns columns() {
        FrameColumns read = columns.orElseGet(() -> FrameColumns.of(recording));
        columns = --asked == 0 ? Optional.empty() : Optional.of(read);
        return read;
    }

    /** The same columns, in datasets that have their last row twice: Minari's, where a row stands behind the last action. */
    ColumnDatasets withOneMore() {
        oneMore = true;
        return this;
    }

    /** Puts what both formats keep of labels and of who drove, by names that no other reader minds. */
    void putProvenance(WritableGroup group) {
        put(group, "labelled", FrameColumns::labelled);
        put(group, "intervention", FrameColumns::intervention);
        put(group, "rejected", one -> rejected(one.kind()));
        put(group, "label_kind", FrameColumns::kind);
        put(group, "label_by", FrameColumns::by);
        put(group, "label_repair", FrameColumns::repair);
        put(group, "trust", FrameColumns::trust);
        put(group, "raw_actions", FrameColumns::raw);
        put(group, "learner_actions", FrameColumns::learner);
        put(group, "executed_actions", FrameColumns::executed);
        put(group, "expert_actions", FrameColumns::expert);
        put(group, "control", FrameColumns::control);
        put(group, "events", FrameColumns::events);
    }

    private static Object lastTwice(Object rows) {
        int length = Array.getLength(rows);
        Object more = Array.newInstance(rows.getClass().getComponentType(), length + 1);
        System.arraycopy(rows, 0, more, 0, length);
        System.arraycopy(rows, length - 1, more, length, 1);
        return more;
    }

    private static byte[] rejected(byte[] kind) {
        byte[] rejected = new byte[kind.length];
        for (int i = 0; i < kind.length; i++) {
            rejected[i] = (byte) (kind[i] == 3 ? 1 : 0);
        }
        return rejected;
    }

    /** Whether a group holds what {@link #putProvenance} wrote. */
    static boolean there(Hdf5File file, Group group) {
        return Stream.of("label_kind", "learner_actions", "executed_actions", "control").allMatch(name -> file.array(group, name).isPresent());
    }

    /**
     * Reads the columns back.
     *
     * @param wanted the actions, and {@code state} what was measured
     * @param length number of frames
     */
    static FrameColumns read(Hdf5File file, Group group, Hdf5Array wanted, Function<Integer, float[]> state, int length) {
        FrameColumns columns = FrameColumns.empty(length);
        Hdf5Array by = file.required(group, "label_by");
        Hdf5Array events = file.required(group, "events");
        for (int row = 0; row < length; row++) {
            columns.wanted()[row] = floats(wanted, row);
            columns.by()[row] = by.text(row);
            columns.events()[row] = events.text(row);
            columns.state()[row] = state.apply(row);
        }
        bytes(file, group, "label_kind", columns.kind());
        bytes(file, group, "label_repair", columns.repair());
        bytes(file, group, "control", columns.control());
        Hdf5Array trust = file.required(group, "trust");
        for (int row = 0; row < length; row++) {
            columns.trust()[row] = (float) trust.numbers(row)[0];
        }
        actions(file, group, "raw_actions", columns.raw());
        actions(file, group, "learner_actions", columns.learner());
        actions(file, group, "executed_actions", columns.executed());
        actions(file, group, "expert_actions", columns.expert());
        return columns;
    }

    private static void bytes(Hdf5File file, Group group, String name, byte[] into) {
        Hdf5Array array = file.required(group, name);
        for (int row = 0; row < into.length; row++) {
            into[row] = (byte) array.numbers(row)[0];
        }
    }

    private static void actions(Hdf5File file, Group group, String name, float[][] into) {
        Hdf5Array array = file.required(group, name);
        for (int row = 0; row < into.length; row++) {
            into[row] = floats(array, row);
        }
    }

    static float[] floats(Hdf5Array array, int row) {
        double[] numbers = array.numbers(row);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
