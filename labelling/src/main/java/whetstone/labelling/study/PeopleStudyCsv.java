package whetstone.labelling.study;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import whetstone.labelling.DatasetException;

/** One person's session as a table, a row for each labelled frame. It names the person by the code that was chosen and nothing else. */
public final class PeopleStudyCsv {
    private PeopleStudyCsv() {}

    /** @throws DatasetException with a sentence if it can't be written; then what was there before is as it was */
    public static void write(Path file, String code, int person, List<PeopleStudy.Row> rows) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished); CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
                csv.printRecord("code", "begins_with", "condition", "speed", "feedback", "tick", "learner", "given", "repaired", "right");
                for (PeopleStudy.Row row : rows) {
                    csv.printRecord(code, name(PeopleStudy.order(person).getFirst()), name(row.arm()), row.arm().speed(), row.arm().feedback(),
                            row.tick(), text(row.learner()), text(row.given()), text(row.repaired()), text(row.right()));
                }
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new DatasetException("The study can't be written to " + file + " (" + unwritable.getMessage()
                    + "): choose another place.", unwritable);
        }
    }

    private static String name(PeopleStudy.Arm arm) {
        return arm.name().toLowerCase(Locale.ROOT);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
