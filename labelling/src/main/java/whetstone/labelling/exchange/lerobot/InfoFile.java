package whetstone.labelling.exchange.lerobot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whetstone.labelling.exchange.Recording;

/** What {@code meta/info.json} of an exported dataset says. */
final class InfoFile {
    static final String PLACE = "meta/info.json";
    private static final int A_CHUNK = 1000;

    private InfoFile() {}

    static void write(Path folder, Version version, List<Recording> episodes, List<Feature> features, int framesPerSecond, int tasks)
            throws IOException {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("codebase_version", version.written());
        info.put("robot_type", episodes.getFirst().info().environment().name());
        info.put("total_episodes", episodes.size());
        info.put("total_frames", episodes.stream().mapToInt(Recording::length).sum());
        info.put("total_tasks", tasks);
        switch (version) {
            case V2_1 -> {
                info.put("total_videos", 0);
                info.put("total_chunks", (episodes.size() + A_CHUNK - 1) / A_CHUNK);
            }
            case V3_0 -> {
                info.put("data_files_size_in_mb", ManyEpisodesPerFile.MEGABYTES_A_FILE);
                info.put("video_files_size_in_mb", 2 * ManyEpisodesPerFile.MEGABYTES_A_FILE);
            }
        }
        info.put("chunks_size", A_CHUNK);
        info.put("fps", framesPerSecond);
        info.put("splits", splits(episodes));
        info.put("data_path", dataPath(version));
        info.put("video_path", null);
        Map<String, Object> described = new LinkedHashMap<>();
        features.forEach(feature -> described.put(feature.name(), described(feature)));
        info.put("features", described);
        Json.write(folder.resolve(PLACE), info);
    }

    /** The one place for frames that is written, and read. */
    static String dataPath(Version version) {
        return switch (version) {
            case V2_1 -> "data/chunk-{episode_chunk:03d}/episode_{episode_index:06d}.parquet";
            case V3_0 -> "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet";
        };
    }

    /** Ranges of episodes, which are in this order: those for training, then those for validation. */
    private static Map<String, String> splits(List<Recording> episodes) {
        int training = (int) episodes.stream().filter(episode -> episode.split() == Recording.Split.TRAINING).count();
        Map<String, String> splits = new LinkedHashMap<>();
        splits.put("train", "0:" + training);
        if (training < episodes.size()) {
            splits.put("validation", training + ":" + episodes.size());
        }
        return splits;
    }

    private static Map<String, Object> described(Feature feature) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("dtype", feature.type());
        described.put("shape", feature.shape());
        described.put("names", feature.names().isEmpty() ? null : feature.names());
        return described;
    }
}
