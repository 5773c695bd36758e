package whetstone.labelling.exchange.imitation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.ForeignJson;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.RolloutJson;
import whetstone.model.EnvironmentSpec;

/**
 * Trajectories as {@code imitation.data.serialize.load} of the imitation library opens them: an {@code .npz} for each split. That library
 * learns from every action of a trajectory, so that frames that say nothing to be imitated are left out and trajectories are cut there.
 * {@code infos} is a structured array and nothing is pickled; {@code rollouts.json} says what the numbers in it mean.
 */
public final class ImitationExport implements ExportFormat {
    private static final String ROLLOUTS = "rollouts.json";

    @Override
    public String name() {
        return "imitation";
    }

    @Override
    public List<String> limits(Recordings recordings) {
        List<String> limits = new ArrayList<>();
        long open = recordings.frames() - recordings.labelled();
        if (open > 0) {
            limits.add(String.format(Locale.ROOT, "imitation learns from every action: %,d frames where it is not known what is to be "
                    + "imitated, or that were rejected, are left out, and trajectories are cut there.", open));
        }
        limits.add("imitation wants the observation behind a trajectory's last action: at a rollout's end the last one seen is repeated.");
        limits.add("imitation has no place for rewards that were never given, nor for why a rollout ended: no trajectory is marked terminal.");
        if (recordings.cameras().size() > 1) {
            limits.add("imitation sees one array: the pictures of camera '" + recordings.cameras().getFirst()
                    + "'. Those of the other cameras are left out.");
        }
        return limits;
    }

    @Override
    public void write(Recordings recordings, Path folder, Progress progress) throws IOException {
        EnvironmentSpec first = recordings.recordings().getFirst().info().environment();
        recordings.recordings().forEach(recording -> requireSame(first, recording));
        Map<Path, List<Fragment>> files = files(recordings, folder);
        if (files.isEmpty()) {
            throw new DatasetException("No frame says what is to be imitated, and imitation holds nothing else: label some first, or choose "
                    + "another format.");
        }
        long done = 0;
        for (Map.Entry<Path, List<Fragment>> file : files.entrySet()) {
            NpzFile.write(file.getKey(), arrays(file.getValue(), done, recordings, progress));
            done += Fragment.frames(file.getValue());
        }
        Files.writeString(folder.resolve(ROLLOUTS), description(recordings));
    }

    private static void requireSame(EnvironmentSpec first, Recording recording) {
        EnvironmentSpec other = recording.info().environment();
        if (first.cameras().isEmpty() && first.stateNames().isEmpty()) {
            throw new DatasetException("Nothing was seen or measured in these rollouts: imitation can't learn from them.");
        }
        if (!shape(first).equals(shape(other)) || !first.stateNames().equals(other.stateNames()) || !first.action().equals(other.action())) {
            throw new DatasetException("imitation has one observation and action space for all trajectories, but rollout " + recording.id()
                    + " has other pictures, measured values or actions than the first: export them apart.");
        }
    }

    private static String shape(EnvironmentSpec environment) {
        return TrajectoryArrays.shown(environment)
                .map(camera -> camera.name() + " " + camera.height() + " x " + camera.width() + " x " + camera.channels()).orElse("");
    }

    /** What is written where; a split of which nothing is to be imitated has no file. */
    private static Map<Path, List<Fragment>> files(Recordings recordings, Path folder) {
        Map<Path, List<Fragment>> files = new LinkedHashMap<>();
        for (Recording.Split split : Recording.Split.values()) {
            List<Fragment> fragments = Fragment.of(recordings, split);
            if (!fragments.isEmpty()) {
                files.put(folder.resolve(split.name().toLowerCase(Locale.ROOT) + ".npz"), fragments);
            }
        }
        return files;
    }

    private static List<NumpyArray> arrays(List<Fragment> fragments, long before, Recordings recordings, Progress progress) {
        double all = Math.max(1, recordings.labelled());
        return new TrajectoryArrays(fragments).arrays(progress.part(before / all, (before + Fragment.frames(fragments)) / all));
    }

    /** What is known of every rollout, on a line each. */
    private static String description(Recordings recordings) {
        StringBuilder lines = new StringBuilder("[");
        for (Recording recording : recordings.recordings()) {
            Map<String, Object> rollout = new LinkedHashMap<>();
            rollout.put("rollout", recording.id());
            rollout.put("split", recording.split().name().toLowerCase(Locale.ROOT));
            rollout.put("policy", recording.policy().orElse(""));
            rollout.put("description", RolloutJson.write(recording.info()));
            lines.append(lines.length() == 1 ? "\n" : ",\n").append(ForeignJson.write(rollout));
        }
        return lines.append("\n]\n").toString();
    }

    @Override
    public void check(Recordings recordings, Path folder, Progress progress) throws IOException {
        long done = 0;
        for (Map.Entry<Path, List<Fragment>> file : files(recordings, folder).entrySet()) {
            NpzFile.compare(file.getKey(), arrays(file.getValue(), done, recordings, progress));
            done += Fragment.frames(file.getValue());
        }
        if (!Files.readString(folder.resolve(ROLLOUTS)).equals(description(recordings))) {
            throw new DatasetException("The export did not read back as it was written: " + ROLLOUTS + " differs. Check the disk and try again.");
        }
    }
}
