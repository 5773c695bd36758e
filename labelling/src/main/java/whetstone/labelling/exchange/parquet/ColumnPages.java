package whetstone.labelling.exchange.parquet;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/**
 * The pages of one column in one row group, each read from the file when it is wanted: however large the group, one page a column is in
 * memory. What a page declares is checked before memory is reserved for it, and {@link PageCheck} looks at its runs before they are read.
 */
final class ColumnPages implements PageReader {
    private static final int FIRST_LOOK = 1 << 12;
    private static final int MOST_HEADER_BYTES = 64 << 20;

    private final FileChannel channel;
    private final ColumnMetaData column;
    private final PageCheck check;
    private final int mostBytes;
    private final long end;
    private long at;
    private long values;
    private Optional<PageHeader> looked = Optional.empty();

    /** @param mostBytes of a page, decompressed */
    ColumnPages(FileChannel channel, ColumnMetaData column, ColumnDescriptor descriptor, int mostBytes) {
        this.channel = channel;
        this.column = column;
        this.check = new PageCheck(descriptor);
        this.mostBytes = mostBytes;
        this.at = TableFile.start(column);
        this.end = at + column.getTotal_compressed_size();
    }

    @Override
    public long getTotalValueCount() {
        return column.getNum_values();
    }

    @Override
    public DictionaryPage readDictionaryPage() {
        try {
            PageHeader header = header();
            if (header.getType() != PageType.DICTIONARY_PAGE || !header.isSetDictionary_page_header()) {
                looked = Optional.of(header);
                return null;
            }
            byte[] page = decompressed(bytes(header), header.getUncompressed_page_size());
            int size = header.getDictionary_page_header().getNum_values();
            if (size < 0 || size > page.length) {
                throw new IOException("a dictionary declares " + size + " values in " + page.length + " bytes");
            }
            return new DictionaryPage(BytesInput.from(page), size, encoding(header.getDictionary_page_header().getEncoding()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public DataPage readPage() {
        try {
            while (values < column.getNum_values() && (looked.isPresent() || at < end)) {
                PageHeader header = looked.isPresent() ? looked.get() : header();
                looked = Optional.empty();
                byte[] bytes = bytes(header);
                if (header.isSetData_page_header()) {
                    return first(header, bytes);
                }
                if (header.isSetData_page_header_v2()) {
                    return second(header, bytes);
                }
            }
            return null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DataPage first(PageHeader header, byte[] compressed) throws IOException {
        DataPageHeader data = header.getData_page_header();
        byte[] bytes = decompressed(compressed, header.getUncompressed_page_size());
        count(data.getNum_values());
        DataPageV1 page = new DataPageV1(BytesInput.from(bytes), data.getNum_values(), bytes.length, NO_STATISTICS,
                encoding(data.getRepetition_level_encoding()), encoding(data.getDefinition_level_encoding()), encoding(data.getEncoding()));
        check.first(page, bytes);
        return page;
    }

    private DataPage second(PageHeader header, byte[] bytes) throws IOException {
        DataPageHeaderV2 data = header.getData_page_header_v2();
        int repetition = data.getRepetition_levels_byte_length();
        int definition = data.getDefinition_levels_byte_length();
        if (repetition < 0 || definition < 0 || (long) repetition + definition > bytes.length
                || (long) repetition + definition > header.getUncompressed_page_size()) {
            throw new IOException("a page declares more levels than bytes");
        }
        count(data.getNum_values());
        int levels = repetition + definition;
        byte[] values = java.util.Arrays.copyOfRange(bytes, levels, bytes.length);
        boolean compressed = !data.isSetIs_compressed() || data.isIs_compressed();
        byte[] plain = compressed && values.length > 0 ? decompressed(values, header.getUncompressed_page_size() - levels) : values;
        DataPageV2 page = DataPageV2.uncompressed(data.getNum_rows(), data.getNum_nulls(), data.getNum_values(),
                BytesInput.from(bytes, 0, repetition), BytesInput.from(bytes, repetition, definition), encoding(data.getEncoding()),
                BytesInput.from(plain), NO_STATISTICS);
        check.second(page, plain);
        return page;
    }

    /** Statistics serve to skip pages; all are read here. */
    private static final Statistics<?> NO_STATISTICS = null;

    private void count(int declared) throws IOException {
        if (declared < 0 || declared > PageCheck.MOST_VALUES) {
            throw new IOException("a page declares " + declared + " values");
        }
        values += declared;
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) throws IOException {
        if (encoding == null) {
            throw new IOException("a page is encoded in a way that is not known");
        }
        return Encoding.valueOf(encoding.name());
    }

    private byte[] decompressed(byte[] bytes, int size) throws IOException {
        requireRoom(size);
        if (column.getCodec() == null) {
            throw new IOException("a column is compressed in a way that is not known");
        }
        return Codecs.decompress(column.getCodec(), bytes, size);
    }

    private byte[] bytes(PageHeader header) throws IOException {
        int size = header.getCompressed_page_size();
        requireRoom(size);
        if (size > end - at) {
            throw new IOException("a page of " + size + " bytes goes on behind its column's end");
        }
        byte[] bytes = TableFile.read(channel, at, size);
        at += size;
        return bytes;
    }

    private void requireRoom(int size) throws IOException {
        if (size < 0 || size > mostBytes) {
            throw new IOException("a page declares " + size + " bytes; at most " + mostBytes + " fit into the memory that there is: write "
                    + "the file again with smaller pages, or give Java more memory");
        }
    }

    private PageHeader header() throws IOException {
        for (int look = FIRST_LOOK; ; look *= 16) {
            int length = (int) Math.min(Math.min(look, MOST_HEADER_BYTES), end - at);
            byte[] bytes = TableFile.read(channel, at, Math.max(0, length));
            try {
                int size = CompactThrift.length(bytes, length);
                PageHeader header = Util.readPageHeader(new ByteArrayInputStream(bytes, 0, size));
                at += size;
                return header;
            } catch (EOFException cut) {
                if (length >= end - at || look >= MOST_HEADER_BYTES) {
                    throw new IOException("the header of a page does not end", cut);
                }
            }
        }
    }
}
