package whetstone.labelling.exchange.lerobot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.model.ActionSpec;

/**
 * What the dimensions of a stranger's actions are called and how far they go. Their bounds are stated nowhere (the statistics of a dataset
 * can be of another one), so the actions are read: [-1, 1] where all lie there, else from the least to the greatest.
 */
final class ActionNames {
    private static final Set<String> STEERING = Set.of("steer", "steering", "steering_angle", "steeringangle", "user/angle", "angle");

    private final Feature action;
    private final float[] least;
    private final float[] most;

    private ActionNames(Feature action) {
        this.action = action;
        this.least = new float[action.size()];
        this.most = new float[action.size()];
        Arrays.fill(least, -1);
        Arrays.fill(most, 1);
    }

    static ActionSpec of(DatasetInfo info, List<EpisodePlace> episodes) {
        Feature action = info.feature(FrameFeatures.ACTION).filter(feature -> feature.numeric() && feature.shape().size() == 1)
                .orElseThrow(() -> new DatasetException(info.folder() + " has no feature 'action' of numbers: there is nothing to imitate."));
        ActionNames names = new ActionNames(action);
        try (DataFiles files = new DataFiles(List.of(FrameFeatures.ACTION))) {
            for (EpisodePlace episode : episodes) {
                names.read(files, episode.file(), episode.row(), episode.length());
            }
        }
        return names.spec();
    }

    private void read(DataFiles files, Path file, long from, int length) {
        for (int i = 0; i < length; i++) {
            Row row = files.row(file, from + i);
            float[] numbers = Numbers.of(row, FrameFeatures.ACTION, action.size());
            for (int dimension = 0; dimension < numbers.length; dimension++) {
                if (Float.isInfinite(numbers[dimension])) {
                    throw new DatasetException(row.place() + ": an action is infinite.");
                }
                if (!Float.isNaN(numbers[dimension])) {
                    least[dimension] = Math.min(least[dimension], numbers[dimension]);
                    most[dimension] = Math.max(most[dimension], numbers[dimension]);
                }
            }
        }
    }

    private ActionSpec spec() {
        List<ActionSpec.Dimension> dimensions = new ArrayList<>();
        Optional<Integer> steering = IntStream.range(0, action.names().size())
                .filter(i -> STEERING.contains(action.names().get(i).toLowerCase(java.util.Locale.ROOT))).boxed().findFirst();
        for (int i = 0; i < action.size(); i++) {
            String own = action.names().isEmpty() ? "action_" + i : action.names().get(i);
            boolean steer = steering.isPresent() && steering.get() == i && !action.names().contains("steer");
            dimensions.add(new ActionSpec.Dimension(steer ? "steer" : DatasetInfo.shown(own), least[i], most[i]));
        }
        return new ActionSpec(dimensions);
    }
}
