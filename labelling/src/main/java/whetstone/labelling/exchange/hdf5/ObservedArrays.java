package whetstone.labelling.exchange.hdf5;

import io.jhdf.api.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was seen in an episode: the datasets of a group, and of the groups in it, by their path; pictures apart from measured values. */
final class ObservedArrays {
    static final int MOST_MEASURED = 4096;
    private static final int DEEPEST = 8;
    /** What lies beside the observations where these have no group of their own. */
    private static final Set<String> NO_OBSERVATIONS = Set.of("actions", "rewards", "terminations", "truncations");

    private final Hdf5File file;
    private final String place;
    private final int length;
    private final Map<String, Hdf5Array> cameras = new LinkedHashMap<>();
    private final Map<String, Hdf5Array> measured = new LinkedHashMap<>();

    /**
     * @param place of the episode, for sentences
     * @param length of the episode: each dataset has as many rows at least
     * @param deep whether the groups in the group count, too
     */
    ObservedArrays(Hdf5File file, String place, int length, Group seen, boolean deep) {
        this.file = file;
        this.place = place;
        this.length = length;
        sort(seen, "", deep ? Set.of(seen.getAddress()) : Set.of());
    }

    Map<String, Hdf5Array> cameras() {
        return Collections.unmodifiableMap(cameras);
    }

    Map<String, Hdf5Array> measured() {
        return Collections.unmodifiableMap(measured);
    }

    /** All measured values of a row, in the order of their names. */
    float[] state(int row) {
        List<Float> values = new ArrayList<>();
        measured.values().forEach(array -> {
            for (double value : array.numbers(row)) {
                values.add((float) value);
            }
        });
        float[] state = new float[values.size()];
        for (int i = 0; i < state.length; i++) {
            state[i] = values.get(i);
        }
        return state;
    }

    /**
     * @param path name of the group, and a slash
     * @param around addresses of the groups that it lies in and its own; empty where only its own datasets count
     */
    private void sort(Group seen, String path, Set<Long> around) {
        for (String own : file.names(seen).stream().sorted().toList()) {
            String name = path + own;
            if (!around.isEmpty()) {
                file.group(seen, own).ifPresent(inner -> sortInner(inner, name, around));
            }
            Optional<Hdf5Array> array = file.array(seen, own);
            if (array.isEmpty()) {
                continue;
            }
            if (array.get().length() < length) {
                throw file.refused(place + " has " + length + " actions, but " + array.get().length() + " rows of '" + name + "'");
            }
            if (array.get().isPictures() || array.get().isFiles()) {
                cameras.put(name, array.get());
            } else if (array.get().isNumbers() && array.get().width() <= MOST_MEASURED && !NO_OBSERVATIONS.contains(name)) {
                measured.put(name, array.get());
            }
        }
    }

    private void sortInner(Group inner, String name, Set<Long> around) {
        Set<Long> deeper = new HashSet<>(around);
        if (!deeper.add(inner.getAddress()) || deeper.size() > DEEPEST) {
            throw file.refused(place + ": the group '" + name + "' holds itself, or is nested more than " + DEEPEST + " deep");
        }
        sort(inner, name + "/", deeper);
    }
}
