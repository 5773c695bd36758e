package whetstone.labelling.exchange.lerobot;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.exchange.parquet.TableWriter;

/** The layout of v2.1: a table an episode, and all that is known of episodes and tasks as lines of JSON. */
final class FilePerEpisode implements EpisodeFiles {
    private static final int EPISODES_A_CHUNK = 1000;

    private final Path folder;
    private final DataColumns columns;
    private final Writer episodes;
    private final Writer statistics;
    private Optional<TableWriter> table = Optional.empty();

    FilePerEpisode(Path folder, DataColumns columns) throws IOException {
        this.folder = folder;
        this.columns = columns;
        Path meta = Files.createDirectories(folder.resolve("meta"));
        this.episodes = Files.newBufferedWriter(meta.resolve("episodes.jsonl"));
        this.statistics = Files.newBufferedWriter(meta.resolve("episodes_stats.jsonl"));
    }

    static String place(int episode) {
        return String.format(Locale.ROOT, "data/chunk-%03d/episode_%06d.parquet", episode / EPISODES_A_CHUNK, episode);
    }

    static String video(String feature, int episode) {
        return String.format(Locale.ROOT, "videos/chunk-%03d/%s/episode_%06d.mp4", episode / EPISODES_A_CHUNK, feature, episode);
    }

    @Override
    public void begin(Episode episode) throws IOException {
        table = Optional.of(columns.create(folder.resolve(place(episode.index()))));
    }

    @Override
    public void frame(List<Object> row) throws IOException {
        table.orElseThrow().write(row);
    }

    @Override
    public void end(Episode episode, long first, String task, Map<String, Statistics> of) throws IOException {
        closeTable();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("episode_index", episode.index());
        line.put("tasks", List.of(task));
        line.put("length", episode.length());
        episodes.write(Json.line(line));
        Map<String, Object> named = new LinkedHashMap<>();
        of.forEach((feature, numbers) -> named.put(feature, Summary.named(numbers, false)));
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("episode_index", episode.index());
        numbers.put("stats", named);
        statistics.write(Json.line(numbers));
    }

    @Override
    public void finish(List<String> tasks, Map<String, Statistics> of) throws IOException {
        try (Writer writer = Files.newBufferedWriter(folder.resolve("meta/tasks.jsonl"))) {
            for (int i = 0; i < tasks.size(); i++) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("task_index", i);
                line.put("task", tasks.get(i));
                writer.write(Json.line(line));
            }
        }
    }

    private void closeTable() throws IOException {
        if (table.isPresent()) {
            table.get().close();
        }
        table = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (episodes; statistics) {
            closeTable();
        }
    }
}
