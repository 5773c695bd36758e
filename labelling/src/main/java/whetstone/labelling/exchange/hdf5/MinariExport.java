package whetstone.labelling.exchange.hdf5;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.ForeignJson;
import whetstone.labelling.exchange.FrameColumns;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.ReadBack;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.RolloutJson;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;

/**
 * Minari's HDF5 ({@code minari/dataset/_storages/hdf5_storage.py} of that project): an episode a rollout, observations a dictionary of cameras
 * and what was measured, one more of them than actions. Labels and who drove are in {@code infos}. All rollouts must be of one environment,
 * since the file has one observation space.
 */
public final class MinariExport implements ExportFormat {
    static final String DATA = "data/main_data.hdf5";
    static final String METADATA = "data/metadata.json";
    /** Name of what was measured among the observations. */
    static final String STATE = "state";
    private static final String VERSION = "0.5.3";

    @Override
    public String name() {
        return "minari";
    }

    @Override
    public List<String> limits(Recordings recordings) {
        List<String> limits = new ArrayList<>();
        limits.add("Minari wants the observation behind an episode's last action: the last one seen is repeated there.");
        long open = recordings.frames() - recordings.labelled();
        if (open > 0) {
            limits.add(String.format(Locale.ROOT, "Minari wants an action at every step: at %,d frames where it is not known what is to be "
                    + "imitated, or that were rejected, what was executed stands there; 'infos/labelled' is 0 for them.", open));
        }
        limits.add("Rewards are 0: nothing was rewarded here.");
        recordings.savedStatesAreLeftOut().ifPresent(limits::add);
        return limits;
    }

    @Override
    public void write(Recordings recordings, Path folder, Progress progress) throws IOException {
        EnvironmentSpec space = recordings.recordings().getFirst().info().environment();
        recordings.recordings().forEach(recording -> requireSame(space, recording));
        Files.createDirectories(folder.resolve(DATA).getParent());
        Files.writeString(folder.resolve(METADATA), metadata(recordings, space, folder));
        LibraryLog.quieten();
        Written written = new Written(progress, recordings.frames());
        try (WritableHdfFile file = HdfFile.write(folder.resolve(DATA))) {
            for (int episode = 0; episode < recordings.recordings().size(); episode++) {
                put(file.putGroup("episode_" + episode), episode, recordings.recordings().get(episode), written);
            }
        }
    }

    private static void requireSame(EnvironmentSpec space, Recording recording) {
        EnvironmentSpec other = recording.info().environment();
        boolean same = shapes(space).equals(shapes(other)) && space.stateNames().equals(other.stateNames())
                && space.action().equals(other.action());
        if (!same) {
            throw new DatasetException("Minari has one observation and action space for all episodes, but rollout " + recording.id()
                    + " has other cameras, measured values or actions than the first: export them apart.");
        }
    }

    private static List<String> shapes(EnvironmentSpec environment) {
        return environment.cameras().stream().map(camera -> camera.name() + " " + Arrays.toString(shape(camera))).toList();
    }

    private static int[] shape(Camera camera) {
        return new int[] {camera.height(), camera.width(), camera.channels()};
    }

    private static void put(WritableGroup group, int id, Recording recording, Written written) {
        int length = recording.length();
        group.putAttribute("id", (long) id);
        group.putAttribute("total_steps", (long) length);
        group.putAttribute("seed", recording.info().seed());
        group.putAttribute(RobomimicExport.DESCRIPTION, ForeignJson.write(RolloutJson.write(recording.info())));
        group.putAttribute("split", recording.split().name().toLowerCase(Locale.ROOT));
        recording.policy().ifPresent(policy -> group.putAttribute("policy", policy));
        ColumnDatasets columns = new ColumnDatasets(recording);
        columns.put(group, "actions", FrameColumns::wanted);
        columns.put(group, "rewards", one -> new float[one.kind().length]);
        columns.put(group, "terminations", one -> new boolean[one.kind().length]);
        columns.put(group, "truncations", one -> last(one.kind().length));
        WritableGroup seen = group.putGroup("observations");
        EnvironmentSpec environment = recording.info().environment();
        List<String> names = DatasetNames.of(environment).cameras();
        for (int i = 0; i < names.size(); i++) {
            PictureChunks pictures = written.pictures(recording, environment.cameras().get(i));
            seen.putDataset(names.get(i), new PictureDataset(names.get(i), seen, pictures, 0, length + 1));
        }
        if (!environment.stateNames().isEmpty()) {
            columns.put(seen, STATE, one -> oneMore(one.state()));
        }
        columns.withOneMore().putProvenance(group.putGroup("infos"));
    }

    private static boolean[] last(int length) {
        boolean[] ended = new boolean[length];
        ended[length - 1] = true;
        return ended;
    }

    private static float[][] oneMore(float[][] rows) {
        float[][] more = Arrays.copyOf(rows, rows.length + 1);
        more[rows.length] = rows[rows.length - 1];
        return more;
    }

    private static String metadata(Recordings recordings, EnvironmentSpec environment, Path folder) {
        ObjectNode spaces = new JsonMapper().createObjectNode();
        spaces.put("type", "Dict");
        ObjectNode seen = spaces.putObject("subspaces");
        List<String> names = DatasetNames.of(environment).cameras();
        for (int i = 0; i < names.size(); i++) {
            int[] shape = shape(environment.cameras().get(i));
            box(seen.putObject(names.get(i)), "uint8", shape, fill(shape, 0), fill(shape, 255));
        }
        if (!environment.stateNames().isEmpty()) {
            int[] shape = {environment.stateNames().size()};
            box(seen.putObject(STATE), "float32", shape, fill(shape, Double.NEGATIVE_INFINITY), fill(shape, Double.POSITIVE_INFINITY));
        }
        ObjectNode action = new JsonMapper().createObjectNode();
        ArrayNode low = action.arrayNode();
        ArrayNode high = action.arrayNode();
        for (ActionSpec.Dimension dimension : environment.action().dimensions()) {
            low.add(dimension.low());
            high.add(dimension.high());
        }
        box(action, "float32", new int[] {environment.action().size()}, low, high);
        ObjectNode metadata = new JsonMapper().createObjectNode();
        metadata.put("total_episodes", recordings.recordings().size()).put("total_steps", recordings.frames()).put("data_format", "hdf5")
                .put("jpeg_encoding", false).put("observation_space", spaces.toString()).put("action_space", action.toString())
                .put("dataset_id", "whetstone/" + environment.name().replaceAll("[^A-Za-z0-9_]", "_") + "-v0")
                .put("minari_version", VERSION).put("algorithm_name", "DAgger with human labels").put("author", "Whetstone")
                .put("dataset_size", 0.0);
        return metadata.toString();
    }

    private static void box(ObjectNode into, String kind, int[] shape, ArrayNode low, ArrayNode high) {
        into.put("type", "Box").put("dtype", kind);
        ArrayNode sides = into.putArray("shape");
        for (int side : shape) {
            sides.add(side);
        }
        into.set("low", low);
        into.set("high", high);
    }

    /** Nested arrays of one value, as many as a shape has. */
    private static ArrayNode fill(int[] shape, double value) {
        ArrayNode filled = new JsonMapper().createArrayNode();
        for (int i = 0; i < shape[0]; i++) {
            if (shape.length > 1) {
                filled.add(fill(Arrays.copyOfRange(shape, 1, shape.length), value));
            } else if (Double.isInfinite(value)) {
                filled.add(value);
            } else {
                filled.add((int) value);
            }
        }
        return filled;
    }

    @Override
    public void check(Recordings recordings, Path folder, Progress progress) {
        try (ImportSource read = new MinariImport().open(folder, ImportOptions.usual(java.time.InstantSource.system()))) {
            ReadBack.compare(recordings, read, ProvenanceComparison.of(), progress);
        }
    }
}
