package whetstone.labelling.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import whetstone.labelling.DatasetException;

/** A table with a header, read a row at a time: whatever stands in the file, one row of bounded length is in memory. One thread. */
final class CsvTable implements Iterator<CsvTable.Row>, AutoCloseable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Path file;
    private final RowReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private long next;

    /** A row's cells by their columns' names. */
    record Row(List<String> columns, CSVRecord cells, String place) {
        /** What stands there, without spaces around it; empty where there is no such column. */
        String text(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? "" : cells.get(index).strip();
        }
    }

    private CsvTable(Path file) throws IOException {
        this.file = file;
        this.reader = new RowReader(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        this.parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
        this.records = parser.iterator();
        if (!hasNext()) {
            throw new DatasetException(file + " is empty where a table was expected.");
        }
        this.columns = records.next().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
        reader.renew();
    }

    /** @throws DatasetException with a sentence where it can't be read, or two columns are called the same */
    static CsvTable open(Path file) {
        try {
            CsvTable table = new CsvTable(file);
            Set<String> once = new HashSet<>();
            for (String column : table.columns) {
                if (!column.isEmpty() && !once.add(column)) {
                    table.close();
                    throw new DatasetException(file + " has two columns '" + column + "': rename one of them.");
                }
            }
            return table;
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    List<String> columns() {
        return columns;
    }

    /** Number of the row that comes next, from 0. */
    long position() {
        return next;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the table has no further row");
        }
        CSVRecord record = records.next();
        reader.renew();
        next++;
        String place = file.getFileName() + ", row " + record.getRecordNumber();
        if (record.size() != columns.size()) {
            throw new DatasetException(place + ": there are " + record.size() + " cells under " + columns.size() + " columns: correct it, or "
                    + "take the row out.");
        }
        return new Row(columns, record, place);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static DatasetException unreadable(Path file, Exception why) {
        return new DatasetException(file + " can't be read as a table (" + why.getMessage() + "): save it as CSV, in UTF-8, separated by "
                + "commas.", why);
    }
}
