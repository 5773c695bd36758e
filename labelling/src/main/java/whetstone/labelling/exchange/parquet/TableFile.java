package whetstone.labelling.exchange.parquet;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.MessageType;

/**
 * An open Parquet file and what its footer says, checked: every part lies inside the file, before anything is read or reserved for it.
 *
 * @param groups without any of no rows
 */
record TableFile(FileChannel channel, MessageType schema, List<RowGroup> groups, FileMetaData footer) implements Closeable {
    private static final int MAGIC = 'P' | 'A' << 8 | 'R' << 16 | '1' << 24;
    private static final int TAIL = 8;
    private static final int MOST_FOOTER_BYTES = 64 << 20;
    private static final int MOST_COLUMNS = 20_000;
    private static final int DEEPEST = 16;

    static TableFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            FileMetaData footer = footer(channel);
            checkSchema(footer.getSchema());
            List<RowGroup> groups = footer.getRow_groups().stream().filter(group -> group.getNum_rows() != 0).toList();
            footer.setRow_groups(List.of());
            MessageType schema = new ParquetMetadataConverter().fromParquetMetadata(footer).getFileMetaData().getSchema();
            for (RowGroup group : groups) {
                checkGroup(group, schema.getColumns().size(), channel.size());
            }
            return new TableFile(channel, schema, groups, footer);
        } catch (IOException | RuntimeException unreadable) {
            channel.close();
            throw unreadable;
        }
    }

    private static FileMetaData footer(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < TAIL + 4) {
            throw new IOException("it is too short for a Parquet file");
        }
        ByteBuffer tail = ByteBuffer.wrap(read(channel, size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        if (tail.getInt() != MAGIC) {
            throw new IOException("it does not end as a Parquet file does: it is another format, encrypted or cut off");
        }
        if (length < 0 || length > MOST_FOOTER_BYTES || length > size - TAIL) {
            throw new IOException("its footer declares " + length + " bytes");
        }
        byte[] bytes = read(channel, size - TAIL - length, length);
        CompactThrift.length(bytes, bytes.length);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes));
        if (footer.isSetEncryption_algorithm()) {
            throw new IOException("it is encrypted");
        }
        return footer;
    }

    /** Exactly these bytes of the file. The caller has checked the length. */
    static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return bytes.array();
    }

    /** The schema is a tree in one list: each element says how many of those behind it are its children. */
    private static void checkSchema(List<SchemaElement> elements) throws IOException {
        if (elements.isEmpty() || elements.size() > MOST_COLUMNS) {
            throw new IOException("it declares " + elements.size() + " columns");
        }
        int behind = children(elements, 0, 0);
        if (behind != elements.size()) {
            throw new IOException("its columns do not form a tree");
        }
    }

    private static int children(List<SchemaElement> elements, int at, int depth) throws IOException {
        if (at >= elements.size() || depth > DEEPEST) {
            throw new IOException("its columns do not form a tree of at most " + DEEPEST + " levels");
        }
        int children = elements.get(at).isSetNum_children() ? elements.get(at).getNum_children() : 0;
        int next = at + 1;
        for (int i = 0; i < children; i++) {
            next = children(elements, next, depth + 1);
        }
        return next;
    }

    private static void checkGroup(RowGroup group, int columns, long fileSize) throws IOException {
        if (group.getNum_rows() < 0 || group.getColumnsSize() != columns) {
            throw new IOException("a row group declares " + group.getNum_rows() + " rows of " + group.getColumnsSize() + " columns where "
                    + columns + " columns were expected");
        }
        for (ColumnChunk chunk : group.getColumns()) {
            if (chunk.isSetFile_path() || !chunk.isSetMeta_data() || chunk.isSetCrypto_metadata()) {
                throw new IOException("it keeps a column in another file, or encrypted");
            }
            ColumnMetaData column = chunk.getMeta_data();
            long start = start(column);
            long size = column.getTotal_compressed_size();
            if (start < 4 || size < 0 || start > fileSize || size > fileSize - start || column.getNum_values() < 0) {
                throw new IOException("a column declares " + size + " bytes from " + start + " on, in a file of " + fileSize + " bytes");
            }
        }
    }

    /** Where a column's first page begins. */
    static long start(ColumnMetaData column) {
        long dictionary = column.isSetDictionary_page_offset() ? column.getDictionary_page_offset() : 0;
        return dictionary > 0 && dictionary < column.getData_page_offset() ? dictionary : column.getData_page_offset();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
