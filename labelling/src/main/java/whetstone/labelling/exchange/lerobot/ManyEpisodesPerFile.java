package whetstone.labelling.exchange.lerobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.exchange.parquet.Column;
import whetstone.labelling.exchange.parquet.Kind;
import whetstone.labelling.exchange.parquet.TableWriter;

/** The layout of v3.0: episodes follow each other in tables of about 100 MB; a table says which lies where. */
final class ManyEpisodesPerFile implements EpisodeFiles {
    static final int FILES_A_CHUNK = 1000;
    static final int MEGABYTES_A_FILE = 100;

    private final Path folder;
    private final DataColumns columns;
    private final List<Feature> counted;
    private final TableWriter episodes;
    private Optional<TableWriter> table = Optional.empty();
    private int file = -1;

    ManyEpisodesPerFile(Path folder, DataColumns columns) throws IOException {
        this.folder = folder;
        this.columns = columns;
        this.counted = columns.features().stream().filter(feature -> feature.picture() || feature.numeric()).toList();
        Path place = folder.resolve("meta/episodes").resolve(place(0));
        Files.createDirectories(place.getParent());
        this.episodes = TableWriter.create(place, episodeColumns(), Map.of(), TableWriter.Compression.SNAPPY);
    }

    static String place(int file) {
        return place(file / FILES_A_CHUNK, file % FILES_A_CHUNK);
    }

    static String place(int chunk, int file) {
        return String.format(Locale.ROOT, "chunk-%03d/file-%03d.parquet", chunk, file);
    }

    private List<Column> episodeColumns() {
        List<Column> all = new ArrayList<>(List.of(Column.of("episode_index", Kind.Scalar.INTEGER),
                Column.of("tasks", new Kind.ListOf(Kind.Scalar.TEXT)), Column.of("length", Kind.Scalar.INTEGER),
                Column.of("data/chunk_index", Kind.Scalar.INTEGER), Column.of("data/file_index", Kind.Scalar.INTEGER),
                Column.of("dataset_from_index", Kind.Scalar.INTEGER), Column.of("dataset_to_index", Kind.Scalar.INTEGER),
                Column.of("meta/episodes/chunk_index", Kind.Scalar.INTEGER), Column.of("meta/episodes/file_index", Kind.Scalar.INTEGER)));
        for (Feature feature : counted) {
            Statistics none = Tally.of(feature).statistics();
            Summary.named(none, true).keySet().forEach(name ->
                    all.add(Column.of("stats/" + feature.name() + "/" + name, Summary.kind(name, feature.picture()))));
        }
        return all;
    }

    @Override
    public void begin(Episode episode) throws IOException {
        if (table.isEmpty() || table.get().bytes() >= (long) MEGABYTES_A_FILE << 20) {
            closeTable();
            table = Optional.of(columns.create(folder.resolve("data").resolve(place(++file))));
        }
    }

    @Override
    public void frame(List<Object> row) throws IOException {
        table.orElseThrow().write(row);
    }

    @Override
    public void end(Episode episode, long first, String task, Map<String, Statistics> of) throws IOException {
        List<Object> row = new ArrayList<>(List.of((long) episode.index(), List.of(task), (long) episode.length(),
                (long) file / FILES_A_CHUNK, (long) file % FILES_A_CHUNK, first, first + episode.length(), 0L, 0L));
        counted.forEach(feature -> row.addAll(Summary.named(of.get(feature.name()), true).values()));
        episodes.write(row);
    }

    @Override
    public void finish(List<String> tasks, Map<String, Statistics> of) throws IOException {
        Map<String, Object> named = new LinkedHashMap<>();
        of.forEach((feature, numbers) -> named.put(feature, Summary.named(numbers, true)));
        Json.write(folder.resolve("meta/stats.json"), named);
        List<Column> taskColumns = List.of(Column.of("task_index", Kind.Scalar.INTEGER), Column.of("task", Kind.Scalar.TEXT));
        try (TableWriter writer = TableWriter.create(folder.resolve("meta/tasks.parquet"), taskColumns, Map.of("pandas", PandasIndex.OF_TASKS),
                TableWriter.Compression.SNAPPY)) {
            for (int i = 0; i < tasks.size(); i++) {
                writer.write(List.of((long) i, tasks.get(i)));
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
        try (episodes) {
            closeTable();
        }
    }
}
