package whetstone.labelling.exchange.lerobot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.AssumedCar;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.labelling.exchange.RolloutJson;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;

/**
 * Reads LeRobot datasets, an episode as a rollout, with pictures in their tables or in videos. One that was exported here comes back with its labels, its
 * environment and who did what ({@link Provenance}); of any other {@code action} is what a human did.
 */
public final class LeRobotImport implements ImportFormat {
    private final Version version;

    private LeRobotImport(Version version) {
        this.version = version;
    }

    /** v2.1, and v2.0, which has the same frames. */
    public static LeRobotImport v21() {
        return new LeRobotImport(Version.V2_1);
    }

    public static LeRobotImport v30() {
        return new LeRobotImport(Version.V3_0);
    }

    @Override
    public String name() {
        return version.format();
    }

    /** Whichever of the versions it is: the dataset says so itself. @param place the dataset's folder */
    @Override
    public ImportSource open(Path place, ImportOptions options) {
        DatasetInfo info = DatasetInfo.read(place);
        List<EpisodePlace> episodes = EpisodePlace.of(info);
        Seen seen = Seen.of(info);
        EpisodeData data = new EpisodeData(new DataFiles(columns(info, seen)), new VideoPictures(info.framesPerSecond(), options.width()));
        try {
            List<ImportedRollout> rollouts = Provenance.read(info.folder(), episodes.size())
                    .map(provenance -> own(info, episodes, seen, data, provenance))
                    .orElseGet(() -> foreign(info, episodes, seen, data, options));
            return new Source(rollouts, data);
        } catch (DatasetException unusable) {
            data.close();
            throw unusable;
        }
    }

    private record Source(List<ImportedRollout> rollouts, EpisodeData data) implements ImportSource {
        @Override
        public void close() {
            data.close();
        }
    }

    private static List<String> columns(DatasetInfo info, Seen seen) {
        List<String> columns = new ArrayList<>(seen.columns());
        columns.addAll(List.of(FrameFeatures.ACTION, "intervention", "episode_index", "frame_index"));
        columns.addAll(List.of(Survey.EXECUTED, Survey.LEARNER, Survey.EXPERT, Survey.RAW, "control", "events", "label_kind", "label_by",
                "repair", "trust"));
        return columns;
    }

    private static List<ImportedRollout> own(DatasetInfo info, List<EpisodePlace> places, Seen seen, EpisodeData data, Provenance provenance) {
        List<ImportedRollout> rollouts = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            RolloutInfo rollout = own(provenance.episodes().get(i), info);
            EnvironmentSpec environment = rollout.environment();
            Map<String, Camera> cameras = FrameFeatures.cameras(environment);
            if (!cameras.keySet().equals(seen.cameras().keySet()) || environment.stateNames().size() != seen.stateNames().size()) {
                throw new DatasetException(info.folder() + ": meta/whetstone.json and meta/info.json tell of different cameras or measured values: "
                        + "copy the dataset again, or take meta/whetstone.json out.");
            }
            Map<String, String> names = new java.util.LinkedHashMap<>();
            cameras.forEach((feature, camera) -> names.put(feature, camera.name()));
            rollouts.add(new EpisodeRollout(rollout, places.get(i), new Seen(names, seen.videos(), seen.measured()), new OwnFrames(environment.action()), data)
                    .indexed());
        }
        return rollouts;
    }

    private static RolloutInfo own(Provenance.Origin origin, DatasetInfo info) {
        return held(RolloutJson.read(origin.about(), info.folder() + ", meta/whetstone.json"));
    }

    /**
     * What the format holds of a rollout: pictures have three channels, and there are no states to drive on from. A policy's id means
     * something in its own dataset file alone.
     */
    static RolloutInfo held(RolloutInfo info) {
        EnvironmentSpec of = info.environment();
        List<Camera> cameras = of.cameras().stream().map(camera -> new Camera(camera.name(), camera.width(), camera.height(), 3, camera.profile()))
                .toList();
        EnvironmentSpec environment = new EnvironmentSpec(of.name(), of.variant(), of.ticksPerSecond(), of.action(), cameras, of.stateNames(),
                of.vehicle(), false);
        return new RolloutInfo(environment, info.source(), OptionalLong.empty(), info.round(), info.seed(), info.recordedAt(), info.expert());
    }

    private static List<ImportedRollout> foreign(DatasetInfo info, List<EpisodePlace> places, Seen seen, EpisodeData data, ImportOptions options) {
        ActionSpec action = ActionNames.of(info, places);
        EpisodePlace first = places.getFirst();
        Map<String, EncodedPicture> files = seen.pictures(data.tables().row(first.file(), first.row()));
        Map<String, Picture> decoded = seen.pictures(data.videos(), first, 0);
        List<Camera> cameras = seen.cameras().values().stream().map(name -> camera(name, files, decoded)).toList();
        EnvironmentSpec environment = new EnvironmentSpec("lerobot", info.robot(), options.framesPerSecond().orElse(info.framesPerSecond()),
                action, cameras, seen.stateNames(), AssumedCar.VEHICLE, false);
        List<ImportedRollout> rollouts = new ArrayList<>();
        for (EpisodePlace place : places) {
            String source = "lerobot " + info.name() + " episode " + place.index() + (place.task().isBlank() ? "" : ", " + place.task());
            RolloutInfo rollout = new RolloutInfo(environment, source, OptionalLong.empty(), 0, 0, options.clock().instant(),
                    Optional.of("LeRobot operator"));
            rollouts.add(new EpisodeRollout(rollout, place, seen, new ForeignFrames(action), data).indexed());
        }
        return rollouts;
    }

    /** As large as its first picture. */
    private static Camera camera(String name, Map<String, EncodedPicture> files, Map<String, Picture> decoded) {
        Picture picture = decoded.get(name);
        return picture == null ? AssumedCar.camera(name, files.get(name).width(), files.get(name).height())
                : AssumedCar.camera(name, picture.width(), picture.height());
    }
}
