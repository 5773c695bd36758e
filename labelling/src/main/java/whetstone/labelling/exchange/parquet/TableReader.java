package whetstone.labelling.exchange.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import whetstone.labelling.DatasetException;

/**
 * Reads Parquet files of strangers: rows one at a time, wanted columns only, one page a column in memory. Nothing that the file declares is
 * believed; whatever is wrong with it is a {@link DatasetException} that says what and where. One thread.
 */
public final class TableReader implements Closeable {
    private static final long MOST_PAGE_BYTES = 1L << 30;

    private final Path file;
    private final TableFile table;
    private final int mostBytes;

    private TableReader(Path file, TableFile table) {
        this.file = file;
        this.table = table;
        this.mostBytes = (int) Math.min(MOST_PAGE_BYTES, Runtime.getRuntime().maxMemory() / 6);
    }

    /** @throws DatasetException with a sentence if it can't be read as a Parquet file */
    public static TableReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(file + " is missing: copy the dataset again, whole.");
        }
        return read(file.toString(), () -> new TableReader(file, TableFile.open(file)));
    }

    /** Names of the columns. */
    public List<String> columns() {
        return table.schema().getFields().stream().map(type -> type.getName()).toList();
    }

    /** Number of rows that the file declares. */
    public long rows() {
        long rows = 0;
        for (RowGroup group : table.groups()) {
            rows += group.getNum_rows();
        }
        return rows;
    }

    /** A further word about the file, of its footer. */
    public Optional<String> footer(String key) {
        return Optional.ofNullable(table.footer().getKey_value_metadata()).stream().flatMap(List::stream)
                .filter(word -> word.getKey().equals(key)).map(word -> Optional.ofNullable(word.getValue()).orElse("")).findFirst();
    }

    /**
     * The rows from a number on, in the file's order.
     *
     * @param columns those of them that the file has are read
     */
    public Iterator<Row> rows(Collection<String> columns, long from) {
        MessageType wanted = new MessageType(table.schema().getName(),
                table.schema().getFields().stream().filter(field -> columns.contains(field.getName())).toList());
        return new Rows(wanted, from);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T get() throws IOException;
    }

    /**
     * The library meets damage with whatever exception comes first, so all of them are taken here, at its edge.
     */
    private static <T> T read(String place, Reading<T> reading) {
        try {
            return reading.get();
        } catch (DatasetException said) {
            throw said;
        } catch (UncheckedIOException unreadable) {
            throw damaged(place, unreadable.getCause());
        } catch (IOException | RuntimeException unreadable) {
            throw damaged(place, unreadable);
        }
    }

    private static DatasetException damaged(String place, Throwable why) {
        String said = Optional.ofNullable(why.getMessage()).orElseGet(() -> why.getClass().getSimpleName());
        return new DatasetException(place + " can't be read as a Parquet file (" + said + "): copy it again, or write it again with pyarrow.",
                why);
    }

    private final class Rows implements Iterator<Row> {
        private final MessageType wanted;
        private final Iterator<RowGroup> groups;
        private long left;
        private long number;
        private Optional<RecordReader<Map<String, Object>>> reader = Optional.empty();

        Rows(MessageType wanted, long from) {
            this.wanted = wanted;
            this.groups = table.groups().iterator();
            skip(from);
        }

        private void skip(long count) {
            long skip = count;
            while (skip > 0 && hasNext()) {
                RowGroup group = groups.next();
                if (group.getNum_rows() <= skip) {
                    skip -= group.getNum_rows();
                    number += group.getNum_rows();
                } else {
                    open(group);
                    for (; skip > 0; skip--) {
                        next();
                    }
                }
            }
        }

        @Override
        public boolean hasNext() {
            return left > 0 || groups.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String place = file + ", row " + number;
            if (left == 0) {
                open(groups.next());
            }
            left--;
            number++;
            Map<String, Object> values = read(place, () -> wanted.getFieldCount() == 0 ? Map.of() : reader.orElseThrow().read());
            if (values == null) {
                throw new DatasetException(place + ": the file ends before it.");
            }
            return new Row(values, place);
        }

        private void open(RowGroup group) {
            left = group.getNum_rows();
            if (wanted.getFieldCount() > 0) {
                reader = Optional.of(read(file.toString(), () -> new ColumnIOFactory(table.footer().getCreated_by())
                        .getColumnIO(wanted, table.schema()).getRecordReader(pages(group), new RowReading(wanted, mostBytes))));
            }
        }

        private PageReadStore pages(RowGroup group) {
            List<ColumnDescriptor> all = table.schema().getColumns();
            Map<List<String>, Supplier<ColumnPages>> columns = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                ColumnDescriptor column = all.get(i);
                int index = i;
                columns.put(List.of(column.getPath()), () -> new ColumnPages(table.channel(), group.getColumns().get(index).getMeta_data(),
                        column, mostBytes));
            }
            return new Pages(group.getNum_rows(), columns);
        }
    }

    private record Pages(long rows, Map<List<String>, Supplier<ColumnPages>> columns) implements PageReadStore {
        @Override
        public ColumnPages getPageReader(ColumnDescriptor column) {
            return columns.get(List.of(column.getPath())).get();
        }

        @Override
        public long getRowCount() {
            return rows;
        }
    }
}
