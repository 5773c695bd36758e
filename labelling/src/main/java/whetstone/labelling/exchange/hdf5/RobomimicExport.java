package whetstone.labelling.exchange.hdf5;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import whetstone.labelling.exchange.Said;
import whetstone.model.ActionSpec;
import whetstone.model.EnvironmentSpec;

/**
 * robomimic's HDF5 ({@code docs/datasets/overview.md} and {@code robomimic/utils/file_utils.py} of that project): a demonstration a rollout,
 * {@code actions} what is to be imitated. Splits, rounds, experts and demonstrations with a correction are filter keys. What robomimic does
 * not ask for lies beside the actions under names of its own: {@link ColumnDatasets#putProvenance}.
 */
public final class RobomimicExport implements ExportFormat {
    static final String FILE = "dataset.hdf5";
    /** Attribute of a demonstration by which our own come back as they were. */
    static final String DESCRIPTION = "whetstone";
    /** robomimic's EnvType.GYM_TYPE, for environments that are no robosuite. */
    private static final int GYM = 2;

    @Override
    public String name() {
        return "robomimic";
    }

    @Override
    public List<String> limits(Recordings recordings) {
        List<String> limits = new ArrayList<>();
        long open = recordings.frames() - recordings.labelled();
        if (open > 0) {
            limits.add(String.format(Locale.ROOT, "robomimic wants an action at every frame: at %,d frames where it is not known what "
                    + "is to be imitated, or that were rejected, what was executed stands there; 'labelled' is 0 for them.", open));
        }
        limits.add("Splits, rounds and experts are told of whole rollouts, as robomimic's filter keys are; of frames only in datasets that "
                + "robomimic passes over.");
        recordings.savedStatesAreLeftOut().ifPresent(limits::add);
        return limits;
    }

    @Override
    public void write(Recordings recordings, Path folder, Progress progress) throws IOException {
        recordings.recordings().forEach(RobomimicExport::requireWithinOne);
        LibraryLog.quieten();
        Written written = new Written(progress, recordings.frames());
        try (WritableHdfFile file = HdfFile.write(folder.resolve(FILE))) {
            WritableGroup data = file.putGroup("data");
            data.putAttribute("total", (long) recordings.frames());
            data.putAttribute("env_args", environment(recordings));
            for (int demo = 0; demo < recordings.recordings().size(); demo++) {
                put(data.putGroup("demo_" + demo), recordings.recordings().get(demo), written);
            }
            WritableGroup mask = file.putGroup("mask");
            masks(recordings).forEach((key, demos) -> mask.putDataset(key, demos.toArray(String[]::new)));
        }
    }

    private static void requireWithinOne(Recording recording) {
        for (ActionSpec.Dimension dimension : recording.info().environment().action().dimensions()) {
            if (dimension.low() < -1 || dimension.high() > 1) {
                throw new DatasetException("robomimic wants actions between -1 and 1, but '" + dimension.name() + "' of rollout "
                        + recording.id() + " lies between " + dimension.low() + " and " + dimension.high() + ": choose another format.");
            }
        }
    }

    private static void put(WritableGroup demo, Recording recording, Written written) {
        EnvironmentSpec environment = recording.info().environment();
        int length = recording.length();
        demo.putAttribute("num_samples", (long) length);
        demo.putAttribute(DESCRIPTION, ForeignJson.write(RolloutJson.write(recording.info())));
        demo.putAttribute("split", recording.split().name().toLowerCase(Locale.ROOT));
        recording.policy().ifPresent(policy -> demo.putAttribute("policy", policy));
        ColumnDatasets columns = new ColumnDatasets(recording);
        columns.put(demo, "actions", FrameColumns::wanted);
        columns.put(demo, "rewards", one -> new float[one.kind().length]);
        columns.put(demo, "dones", one -> ended(one.kind().length));
        columns.put(demo, "states", RobomimicExport::states);
        columns.putProvenance(demo);
        WritableGroup seen = demo.putGroup("obs");
        WritableGroup next = demo.putGroup("next_obs");
        DatasetNames names = DatasetNames.of(environment);
        for (int i = 0; i < names.cameras().size(); i++) {
            String name = names.cameras().get(i);
            PictureChunks pictures = written.pictures(recording, environment.cameras().get(i));
            seen.putDataset(name, new PictureDataset(name, seen, pictures, 0, length));
            next.putDataset(name, new PictureDataset(name, next, pictures, 1, length));
        }
        for (int i = 0; i < names.states().size(); i++) {
            int index = i;
            columns.put(seen, names.states().get(i), one -> column(one.state(), index, 0));
            columns.put(next, names.states().get(i), one -> column(one.state(), index, 1));
        }
    }

    private static byte[] ended(int length) {
        byte[] dones = new byte[length];
        dones[length - 1] = 1;
        return dones;
    }

    /** What was measured; robomimic wants something there. */
    private static float[][] states(FrameColumns columns) {
        return columns.state()[0].length > 0 ? columns.state() : new float[columns.state().length][1];
    }

    /** @param ahead frames; behind the last one it is the last one again */
    private static float[][] column(float[][] state, int index, int ahead) {
        float[][] column = new float[state.length][1];
        for (int row = 0; row < column.length; row++) {
            column[row][0] = state[Math.min(row + ahead, column.length - 1)][index];
        }
        return column;
    }

    private static String environment(Recordings recordings) {
        EnvironmentSpec first = recordings.recordings().getFirst().info().environment();
        ObjectNode described = new JsonMapper().createObjectNode();
        described.put("env_name", first.name()).put("type", GYM).put("env_type", GYM).put("env_version", "1");
        described.putObject("env_kwargs").put("variant", first.variant()).put("ticks_per_second", first.ticksPerSecond());
        return described.toString();
    }

    private static Map<String, Set<String>> masks(Recordings recordings) {
        Map<String, Set<String>> masks = new LinkedHashMap<>();
        for (int demo = 0; demo < recordings.recordings().size(); demo++) {
            Recording recording = recordings.recordings().get(demo);
            String name = "demo_" + demo;
            add(masks, recording.split() == Recording.Split.TRAINING ? "train" : "valid", name);
            if (recording.info().round() > 0) {
                add(masks, "round_" + recording.info().round(), name);
            }
            for (int tick = 0; tick < recording.length(); tick++) {
                Optional<Said> said = recording.withoutPictures(tick).said();
                said.ifPresent(label -> add(masks, "expert_" + label.expert().replaceAll("[^A-Za-z0-9_-]", "_"), name));
                if (said.filter(label -> label.kind() == Said.Kind.CORRECTION).isPresent()) {
                    add(masks, "corrected_only", name);
                }
            }
        }
        return masks;
    }

    private static void add(Map<String, Set<String>> masks, String key, String demo) {
        masks.computeIfAbsent(key, _ -> new TreeSet<>()).add(demo);
    }

    @Override
    public void check(Recordings recordings, Path folder, Progress progress) {
        try (ImportSource read = new RobomimicImport().open(folder.resolve(FILE), ImportOptions.usual(java.time.InstantSource.system()))) {
            ReadBack.compare(recordings, read, ProvenanceComparison.of(), progress);
        }
    }
}
