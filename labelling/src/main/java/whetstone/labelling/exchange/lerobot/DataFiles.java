package whetstone.labelling.exchange.lerobot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.labelling.exchange.parquet.TableReader;

/** The tables of frames, one open at a time: rows in order are read once, any other row is looked for from the file's beginning. */
final class DataFiles implements Closeable {
    private final List<String> columns;
    private Optional<Open> open = Optional.empty();

    /** @param columns that are wanted */
    DataFiles(List<String> columns) {
        this.columns = columns;
    }

    private static final class Open {
        private final Path file;
        private final TableReader table;
        private final Iterator<Row> rows;
        private long next;

        Open(Path file, TableReader table, Iterator<Row> rows, long next) {
            this.file = file;
            this.table = table;
            this.rows = rows;
            this.next = next;
        }
    }

    /** @throws DatasetException where there is no such row, or it can't be read */
    Row row(Path file, long number) {
        Open at = open.filter(table -> table.file.equals(file) && table.next == number).orElseGet(() -> open(file, number));
        if (!at.rows.hasNext()) {
            throw new DatasetException(file + " ends before row " + number + ": an episode has fewer frames than it says. Copy the dataset again.");
        }
        at.next++;
        return at.rows.next();
    }

    private Open open(Path file, long number) {
        close();
        TableReader table = TableReader.open(file);
        open = Optional.of(new Open(file, table, List.<Row>of().iterator(), number));
        open = Optional.of(new Open(file, table, table.rows(columns, number), number));
        return open.get();
    }

    @Override
    public void close() {
        if (open.isPresent()) {
            try {
                open.get().table.close();
                open = Optional.empty();
            } catch (IOException unclosed) {
                throw new DatasetException("A table can't be closed (" + unclosed.getMessage() + ").", unclosed);
            }
        }
    }
}
