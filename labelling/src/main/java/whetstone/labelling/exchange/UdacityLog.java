package whetstone.labelling.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import whetstone.labelling.DatasetException;

/**
 * A {@code driving_log.csv} as the Udacity simulator writes it (CarController.cs) and as people pass it on: with a header or without,
 * with 7 columns (center, left, right, steering, throttle, brake, speed) or the first 4, spaces after commas, separated by commas or
 * semicolons, numbers with points or with commas: between semicolons or in quotes, else as {@link DecimalCommas} says.
 *
 * @param measured names of what is measured beside the steering, in the order of {@link Row#measured}
 * @param sideCameras whether left and right pictures are named that are not the centre's
 */
record UdacityLog(Path file, List<Row> rows, List<String> measured, boolean sideCameras) {
    static final double METRES_PER_SECOND_IN_A_MILE_PER_HOUR = 1 / 2.2369;
    static final String NAME = "driving_log.csv";
    private static final long MOST_BYTES = 128L << 20;
    /** Nine hours of driving. */
    private static final int MOST_ROWS = 500_000;

    /**
     * One frame.
     *
     * @param number of the row in the file, from 1, empty ones left out
     * @param steering in [-1, 1]
     * @param measured speed in metres per second, throttle and brake as they are
     */
    record Row(long number, String centre, String left, String right, float steering, List<Float> measured) {}

    static UdacityLog read(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve(NAME) : place;
        try {
            if (!Files.isRegularFile(file)) {
                throw new DatasetException(file + " is not there: choose the " + NAME + " of a recording.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new DatasetException(file + " has " + (Files.size(file) >> 20) + " MB, more than the " + (MOST_BYTES >> 20)
                        + " MB of any driving log: choose another file, or cut it into parts.");
            }
            return parsed(file);
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw new DatasetException(file + " can't be read as a table (" + unreadable.getMessage() + "): choose the " + NAME
                    + " of a recording.", unreadable);
        }
    }

    private static UdacityLog parsed(Path file) throws IOException {
        try (RowReader reader = new RowReader(Files.newBufferedReader(file)); CSVParser parser = format(file).parse(reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new DatasetException(file + " holds no row: choose the " + NAME + " of a recording.");
            }
            CSVRecord first = records.next();
            UdacityColumns columns = UdacityColumns.of(first, place(file, 1));
            List<Row> rows = new ArrayList<>();
            if (!columns.header()) {
                rows.add(columns.row(first, place(file, first.getRecordNumber())));
            }
            while (records.hasNext()) {
                reader.renew();
                CSVRecord record = records.next();
                rows.add(columns.row(record, place(file, record.getRecordNumber())));
                if (rows.size() > MOST_ROWS) {
                    throw new DatasetException(file + " has more than " + MOST_ROWS + " rows: cut it into parts.");
                }
            }
            if (rows.isEmpty()) {
                throw new DatasetException(file + " holds a header and no row: choose the " + NAME + " of a recording.");
            }
            Row begin = rows.getFirst();
            boolean sides = !begin.left().isEmpty() && !begin.left().equals(begin.centre());
            return new UdacityLog(file, List.copyOf(rows), columns.measured(), sides);
        }
    }

    private static CSVFormat format(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new RowReader(Files.newBufferedReader(file)))) {
            String first = reader.readLine();
            char separator = first != null && first.indexOf(';') >= 0 ? ';' : ',';
            return CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true).setTrim(true)
                    .setIgnoreEmptyLines(true).get();
        }
    }

    /** Where a row is, for sentences. */
    String place(Row row) {
        return place(file, row.number());
    }

    private static String place(Path file, long row) {
        return file + ", row " + row;
    }
}
