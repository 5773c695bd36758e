package whetstone.labelling.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import whetstone.labelling.DatasetException;
import whetstone.model.RolloutInfo;

/**
 * Reads what {@link CsvExport} wrote, labels included: {@code frames.csv} and {@code rollouts.json} beside it. Rows may have been taken
 * out or changed since, as long as each rollout's ticks go on from 0 without gaps.
 */
public final class CsvImport implements ImportFormat {
    private static final long MOST_BYTES_OF_DESCRIPTIONS = 16L << 20;

    @Override
    public String name() {
        return "csv";
    }

    /** @param place the export's folder, or its {@code frames.csv} */
    @Override
    public ImportSource open(Path place, ImportOptions options) {
        Path table = Files.isDirectory(place) ? place.resolve(CsvExport.TABLE) : place;
        if (!Files.isRegularFile(table)) {
            throw new DatasetException(table + " is not there: choose the folder of a CSV export.");
        }
        Path folder = table.toAbsolutePath().normalize().getParent();
        return new Source(table, new PictureFolder(folder), descriptions(folder));
    }

    private static Map<String, RolloutInfo> descriptions(Path folder) {
        Path file = folder.resolve(CsvExport.DESCRIPTIONS);
        try {
            if (!Files.isRegularFile(file)) {
                throw new DatasetException(file + " is not there, which an export has beside its table: pictures with a table of another "
                        + "tool are imported as a folder of frames.");
            }
            if (Files.size(file) > MOST_BYTES_OF_DESCRIPTIONS) {
                throw new DatasetException(file + " has " + (Files.size(file) >> 20) + " MB, more than the descriptions of any rollouts.");
            }
            Map<String, RolloutInfo> infos = new HashMap<>();
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String at = CsvExport.DESCRIPTIONS + ", line " + (i + 1);
                JsonNode line = ForeignJson.read(lines.get(i), at);
                infos.put(line.path("rollout").asText(), RolloutJson.read(line.path("info"), at));
            }
            return infos;
        } catch (IOException unreadable) {
            throw new DatasetException(file + " can't be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    /** Rollouts read one after the other go through the table once. */
    private static final class Source implements ImportSource {
        private final Path file;
        private final PictureFolder folder;
        private final List<ImportedRollout> rollouts = new ArrayList<>();
        private Optional<CsvTable> table = Optional.empty();

        Source(Path file, PictureFolder folder, Map<String, RolloutInfo> infos) {
            this.file = file;
            this.folder = folder;
            try (CsvTable rows = CsvTable.open(file)) {
                String current = "";
                int length = 0;
                while (rows.hasNext()) {
                    CsvTable.Row row = rows.next();
                    String id = row.text("rollout");
                    if (length > 0 && !id.equals(current)) {
                        add(current, infos, rows.position() - 1 - length, length);
                        length = 0;
                    }
                    if (!infos.containsKey(id)) {
                        throw new DatasetException(row.place() + ": rollout '" + id + "' is not described in " + CsvExport.DESCRIPTIONS
                                + ": take the row out.");
                    }
                    current = id;
                    length++;
                }
                if (length > 0) {
                    add(current, infos, rows.position() - length, length);
                }
            }
        }

        private void add(String id, Map<String, RolloutInfo> infos, long begin, int length) {
            rollouts.add(new CsvRollout(infos.get(id), length, begin));
        }

        @Override
        public List<ImportedRollout> rollouts() {
            return List.copyOf(rollouts);
        }

        private CsvTable from(long row) {
            if (table.filter(open -> open.position() == row).isEmpty()) {
                close();
                table = Optional.of(CsvTable.open(file));
                while (table.get().position() < row) {
                    table.get().next();
                }
            }
            return table.get();
        }

        @Override
        public void close() {
            table.ifPresent(CsvTable::close);
            table = Optional.empty();
        }

        /** A rollout whose rows begin at {@code begin}, counted from 0. */
        private final class CsvRollout implements ImportedRollout {
            private final RolloutInfo info;
            private final int length;
            private final long begin;

            CsvRollout(RolloutInfo info, int length, long begin) {
                this.info = info;
                this.length = length;
                this.begin = begin;
            }

            @Override
            public RolloutInfo info() {
                return info;
            }

            @Override
            public int length() {
                return length;
            }

            @Override
            public Iterator<ImportedFrame> frames() {
                CsvFrames frames = new CsvFrames(info.environment(), folder);
                return IntStream.range(0, length).mapToObj(tick -> frames.frame(from(begin + tick).next(), tick)).iterator();
            }
        }
    }
}
