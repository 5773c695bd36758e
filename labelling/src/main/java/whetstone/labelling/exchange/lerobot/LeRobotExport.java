package whetstone.labelling.exchange.lerobot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Picture;

/**
 * Writes LeRobot datasets, v2.1 or v3.0, with embedded pictures: an episode a rollout, those for training first. Layouts as the LeRobot
 * project reads them ({@code src/lerobot/datasets}, v0.3.3 and v0.6); features: {@link FrameFeatures}; the rest: {@link Provenance}.
 */
public final class LeRobotExport implements ExportFormat {
    private final Version version;

    private LeRobotExport(Version version) {
        this.version = version;
    }

    /** A Parquet file an episode; statistics and tasks as lines of JSON. */
    public static LeRobotExport v21() {
        return new LeRobotExport(Version.V2_1);
    }

    /** Many episodes a Parquet file. */
    public static LeRobotExport v30() {
        return new LeRobotExport(Version.V3_0);
    }

    @Override
    public String name() {
        return version.format();
    }

    @Override
    public List<String> limits(Recordings recordings) {
        return Limits.of(recordings, version);
    }

    /** Those for training first: LeRobot's splits are ranges of episodes. */
    static Recordings ordered(Recordings recordings) {
        return new Recordings(recordings.recordings().stream().sorted(Comparator.comparing(Recording::split)).toList(), recordings.sittings());
    }

    static int framesPerSecond(EnvironmentSpec environment) {
        return (int) Math.max(1, Math.round(environment.ticksPerSecond()));
    }

    static String task(EnvironmentSpec environment) {
        return "drive " + environment.name() + (environment.variant().isEmpty() ? "" : " " + environment.variant());
    }

    @Override
    public void write(Recordings unordered, Path folder, Progress progress) throws IOException {
        Recordings recordings = ordered(unordered);
        EnvironmentSpec environment = Survey.common(recordings);
        int rate = framesPerSecond(environment);
        FrameFeatures features = new FrameFeatures(environment, Survey.of(recordings), rate);
        List<String> tasks = recordings.recordings().stream().map(recording -> task(recording.info().environment())).distinct().toList();
        Map<String, List<Statistics>> statistics = new LinkedHashMap<>();
        try (EpisodeFiles files = files(folder, features)) {
            long first = 0;
            for (int index = 0; index < recordings.recordings().size(); index++) {
                Recording recording = recordings.recordings().get(index);
                String task = task(recording.info().environment());
                Episode episode = new Episode(index, tasks.indexOf(task), recording.length());
                Map<String, Statistics> counted = write(recording, episode, first, features, files, new Done(progress, first, recordings.frames()));
                files.end(episode, first, task, counted);
                counted.forEach((feature, numbers) -> statistics.computeIfAbsent(feature, _ -> new ArrayList<>()).add(numbers));
                first += recording.length();
            }
            Map<String, Statistics> joined = new LinkedHashMap<>();
            statistics.forEach((feature, parts) -> joined.put(feature, Statistics.joined(parts)));
            files.finish(tasks, joined);
        }
        InfoFile.write(folder, version, recordings.recordings(), features.features(), rate, tasks.size());
        Provenance.write(folder, recordings.recordings());
    }

    private EpisodeFiles files(Path folder, FrameFeatures features) throws IOException {
        DataColumns columns = new DataColumns(features.features());
        return switch (version) {
            case V2_1 -> new FilePerEpisode(folder, columns);
            case V3_0 -> new ManyEpisodesPerFile(folder, columns);
        };
    }

    private record Done(Progress progress, long before, long all) {
        void at(int tick) {
            progress.at(before + tick, all);
        }
    }

    private static Map<String, Statistics> write(Recording recording, Episode episode, long first, FrameFeatures features,
                                                 EpisodeFiles files, Done done) throws IOException {
        EpisodeTally tally = new EpisodeTally(features.features());
        files.begin(episode);
        for (int tick = 0; tick < recording.length(); tick++) {
            done.at(tick);
            Frame frame = recording.frame(tick);
            Map<String, EncodedPicture> originals = recording.originals(tick);
            Map<String, byte[]> pictures = new HashMap<>();
            for (Map.Entry<String, Camera> camera : features.cameras().entrySet()) {
                Picture picture = picture(frame, camera.getValue().name(), recording);
                tally.add(camera.getKey(), picture);
                pictures.put(camera.getKey(), PictureFiles.file(picture, Optional.ofNullable(originals.get(camera.getValue().name()))));
            }
            List<Object> row = features.row(frame, pictures, episode, first);
            tally.add(row);
            files.frame(row);
        }
        return tally.statistics();
    }

    private static Picture picture(Frame frame, String camera, Recording recording) {
        return Optional.ofNullable(frame.step().seen().pictures().get(camera)).orElseThrow(() -> new DatasetException("Tick "
                + frame.step().tick() + " of rollout " + recording.id() + " has no picture of camera '" + camera
                + "', and LeRobot can't leave one out: export the rollout in another format."));
    }

    @Override
    public void check(Recordings recordings, Path folder, Progress progress) throws IOException {
        WrittenCheck.check(ordered(recordings), folder, progress);
    }
}
