package whetstone.labelling.exchange.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Writes a Parquet file row by row; at most a row group of 16 MB waits in memory. One thread. */
public final class TableWriter implements Closeable {
    private static final long ROW_GROUP_BYTES = 16L << 20;
    /** Pictures are large: pages are looked at often enough not to grow far beyond their megabyte. */
    private static final int ROWS_BETWEEN_LOOKS = 16;

    /** How pages are compressed. */
    public enum Compression { SNAPPY, ZSTANDARD }

    private final ParquetWriter<List<?>> writer;

    private TableWriter(ParquetWriter<List<?>> writer) {
        this.writer = writer;
    }

    /**
     * @param file not there yet
     * @param footer further words about the file, by key
     */
    public static TableWriter create(Path file, List<Column> columns, Map<String, String> footer, Compression compression)
            throws IOException {
        return new TableWriter(new Builder(new LocalOutputFile(file), columns).withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs()).withExtraMetaData(footer).withRowGroupSize(ROW_GROUP_BYTES)
                .withMinRowCountForPageSizeCheck(ROWS_BETWEEN_LOOKS).withCompressionCodec(switch (compression) {
                    case SNAPPY -> CompressionCodecName.SNAPPY;
                    case ZSTANDARD -> CompressionCodecName.ZSTD;
                }).build());
    }

    /** @param row a value per column, of the Java type that {@link Kind} names, or {@link java.util.Optional} of it where it is optional */
    public void write(List<?> row) throws IOException {
        writer.write(row);
    }

    /** About how many bytes the file has by now, those that wait in memory included. */
    public long bytes() {
        return writer.getDataSize();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<List<?>, Builder> {
        private final List<Column> columns;

        Builder(LocalOutputFile file, List<Column> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<List<?>> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return new RowWriting(columns);
        }

        @Override
        protected WriteSupport<List<?>> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriting(columns);
        }
    }
}
