package whetstone.labelling.exchange.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.labelling.exchange.parquet.TableReader;

/**
 * Where an episode's frames lie.
 *
 * @param row of its first frame in the file
 * @param videos where its pictures lie in videos, by feature
 */
record EpisodePlace(int index, int length, String task, Path file, long row, Map<String, VideoPlace> videos) {
    private static final int MOST_EPISODES = 200_000;
    private static final long MOST_FRAMES = 20_000_000;
    private static final int LARGEST_NUMBER = 1_000_000_000;
    private static final String LENGTH = "length";
    private static final String INDEX = "episode_index";
    private static final String FROM = "dataset_from_index";

    /** Where an episode's pictures lie in a video. @param fromSeconds where it begins */
    record VideoPlace(Path file, double fromSeconds) {}

    static List<EpisodePlace> of(DatasetInfo info) {
        List<EpisodePlace> places = new ArrayList<>(switch (info.version()) {
            case V2_1 -> fileEach(info);
            case V3_0 -> manyAFile(info);
        });
        places.sort(Comparator.comparingInt(EpisodePlace::index));
        long frames = 0;
        for (int i = 0; i < places.size(); i++) {
            frames += places.get(i).length;
            if (i > 0 && places.get(i).index == places.get(i - 1).index) {
                throw new DatasetException(info.folder() + " describes episode " + places.get(i).index + " twice.");
            }
        }
        if (places.isEmpty() || frames > MOST_FRAMES) {
            throw new DatasetException(info.folder() + " describes " + places.size() + " episodes of " + frames + " frames; read are at most "
                    + MOST_FRAMES + " frames, and at least one.");
        }
        return places;
    }

    private static List<EpisodePlace> fileEach(DatasetInfo info) {
        List<EpisodePlace> places = new ArrayList<>();
        Json.lines(Inside.file(info.folder(), "meta/episodes.jsonl", InfoFile.PLACE), line -> {
            requireFew(places.size(), info);
            JsonNode episode = line.value();
            int index = whole(episode.path(INDEX).asLong(-1), INDEX, line.place());
            Map<String, VideoPlace> videos = new HashMap<>();
            info.features().stream().filter(feature -> feature.type().equals(Feature.VIDEO)).forEach(feature -> videos.put(feature.name(),
                    new VideoPlace(Inside.file(info.folder(), FilePerEpisode.video(feature.name(), index), line.place()), 0)));
            places.add(new EpisodePlace(index, whole(episode.path(LENGTH).asLong(-1), LENGTH, line.place()),
                    DatasetInfo.shown(episode.path("tasks").path(0).asText("")),
                    Inside.file(info.folder(), FilePerEpisode.place(index), line.place()), 0, videos));
        });
        return places;
    }

    private static List<EpisodePlace> manyAFile(DatasetInfo info) {
        List<Entry> entries = new ArrayList<>();
        for (Path file : tables(info)) {
            try (TableReader table = TableReader.open(file)) {
                List<String> columns = table.columns().stream().filter(column -> !column.startsWith("stats/")).toList();
                for (Iterator<Row> rows = table.rows(columns, 0); rows.hasNext(); ) {
                    requireFew(entries.size(), info);
                    entries.add(entry(rows.next(), info));
                }
            } catch (IOException unclosed) {
                throw new DatasetException(file + " can't be read (" + unclosed.getMessage() + ").", unclosed);
            }
        }
        entries.sort(Comparator.comparingLong(Entry::from));
        Map<Path, Long> begins = new HashMap<>();
        entries.forEach(entry -> begins.putIfAbsent(entry.place.file, entry.from));
        return entries.stream().map(entry -> entry.place.at(entry.from - begins.get(entry.place.file))).toList();
    }

    private record Entry(EpisodePlace place, long from) {}

    private static Entry entry(Row row, DatasetInfo info) {
        int index = whole(row.integer(INDEX).orElse(-1), INDEX, row.place());
        Path file = Inside.file(info.folder(), "data/" + numbered(row, "data"), row.place());
        Map<String, VideoPlace> videos = new HashMap<>();
        info.features().stream().filter(feature -> feature.type().equals(Feature.VIDEO)).forEach(feature -> videos.put(feature.name(),
                new VideoPlace(Inside.file(info.folder(), "videos/" + feature.name() + "/"
                        + numbered(row, "videos/" + feature.name()).replace(".parquet", ".mp4"), row.place()),
                        row.number("videos/" + feature.name() + "/from_timestamp").orElse(0))));
        List<String> tasks = row.texts("tasks").orElse(List.of());
        return new Entry(new EpisodePlace(index, whole(row.integer(LENGTH).orElse(-1), LENGTH, row.place()),
                tasks.isEmpty() ? "" : DatasetInfo.shown(tasks.getFirst()), file, 0, videos), whole(row.integer(FROM).orElse(-1), FROM, row.place()));
    }

    private static String numbered(Row row, String prefix) {
        return ManyEpisodesPerFile.place(whole(row.integer(prefix + "/chunk_index").orElse(-1), prefix + "/chunk_index", row.place()),
                whole(row.integer(prefix + "/file_index").orElse(-1), prefix + "/file_index", row.place()));
    }

    private EpisodePlace at(long firstRow) {
        return new EpisodePlace(index, length, task, file, firstRow, videos);
    }

    private static List<Path> tables(DatasetInfo info) {
        Path folder = info.folder().resolve("meta/episodes");
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(folder + " is missing: copy the dataset again, whole.");
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".parquet")).sorted().limit(MOST_EPISODES)
                    .map(file -> Inside.file(info.folder(), info.folder().relativize(file).toString(), folder.toString())).toList();
        } catch (IOException unreadable) {
            throw new DatasetException(folder + " can't be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    private static void requireFew(int episodes, DatasetInfo info) {
        if (episodes >= MOST_EPISODES) {
            throw new DatasetException(info.folder() + " describes more than " + MOST_EPISODES + " episodes.");
        }
    }

    private static int whole(long number, String name, String place) {
        if (number < 0 || number > LARGEST_NUMBER || name.equals(LENGTH) && number == 0) {
            throw new DatasetException(place + ": '" + name + "' is missing, or no number that an episode has.");
        }
        return (int) number;
    }
}
