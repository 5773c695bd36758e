package whetstone.labelling.exchange;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import whetstone.labelling.Sitting;

/** The work log as a table: who labelled when and for how long, how much, and how fast it played. */
final class WorkLogCsv {
    static final String TABLE = "sittings.csv";

    private WorkLogCsv() {}

    /** Writes the table, or none where nobody sat down yet. */
    static void write(List<Sitting> sittings, Path folder) throws IOException {
        if (sittings.isEmpty()) {
            return;
        }
        try (Writer writer = Files.newBufferedWriter(folder.resolve(TABLE)); CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            csv.printRecord("sitting", "expert", "device", "from", "to", "seconds_at_screen", "labelled_seconds", "strokes", "redone",
                    "seconds_at_speed");
            for (Sitting sitting : sittings) {
                csv.printRecord(sitting.id(), sitting.expert(), sitting.device(), sitting.from(), sitting.to(),
                        tenths(sitting.secondsAtScreen()), tenths(sitting.labelledSeconds()), sitting.strokes(), sitting.redone(),
                        sitting.secondsAtSpeed().entrySet().stream().map(entry -> entry.getKey() + ":" + tenths(entry.getValue()))
                                .collect(Collectors.joining(" ")));
            }
        }
    }

    private static String tenths(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
