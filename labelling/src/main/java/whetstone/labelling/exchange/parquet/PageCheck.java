package whetstone.labelling.exchange.parquet;

import java.io.EOFException;
import java.io.IOException;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;

/**
 * Walks over the runs and blocks of a page before Parquet's decoders do, which reserve memory for as many values as a run declares
 * (Parquet format, "Encodings": RLE / bit-packing hybrid, delta encodings).
 */
final class PageCheck {
    /** Values of a page; more than any writer puts there. */
    static final int MOST_VALUES = 1 << 24;
    /** A packed run is filled up to whole groups. */
    private static final int PADDING = 1 << 9;
    private static final int MOST_BLOCK = 1 << 16;

    private final ColumnDescriptor column;

    PageCheck(ColumnDescriptor column) {
        this.column = column;
    }

    void first(DataPageV1 page, byte[] bytes) throws IOException {
        Walk walk = new Walk(bytes, page.getValueCount());
        walk.levels(page.getRlEncoding(), column.getMaxRepetitionLevel());
        walk.levels(page.getDlEncoding(), column.getMaxDefinitionLevel());
        walk.values(page.getValueEncoding());
    }

    void second(DataPageV2 page, byte[] values) throws IOException {
        byte[] repetition = page.getRepetitionLevels().toInputStream().readAllBytes();
        byte[] definition = page.getDefinitionLevels().toInputStream().readAllBytes();
        new Walk(repetition, page.getValueCount()).hybrid(width(column.getMaxRepetitionLevel()), repetition.length);
        new Walk(definition, page.getValueCount()).hybrid(width(column.getMaxDefinitionLevel()), definition.length);
        new Walk(values, page.getValueCount()).values(page.getDataEncoding());
    }

    private static int width(int mostLevel) {
        return BytesUtils.getWidthFromMaxInt(mostLevel);
    }

    private static final class Walk {
        private final byte[] bytes;
        private final int count;
        private int at;

        Walk(byte[] bytes, int count) {
            this.bytes = bytes;
            this.count = count;
        }

        void levels(Encoding encoding, int mostLevel) throws IOException {
            if (mostLevel == 0) {
                return;
            }
            if (encoding != Encoding.RLE) {
                throw new IOException("its levels are encoded as " + encoding + ", as nobody does any more: write it again");
            }
            int length = fixed();
            if (length < 0 || length > bytes.length - at) {
                throw new IOException("a page declares " + length + " bytes of levels");
            }
            int end = at + length;
            hybrid(width(mostLevel), end);
            at = end;
        }

        @SuppressWarnings("deprecation")
        void values(Encoding encoding) throws IOException {
            switch (encoding) {
                case PLAIN, BYTE_STREAM_SPLIT, BIT_PACKED -> { }
                case RLE -> {
                    if (at < bytes.length) {
                        int length = fixed();
                        hybrid(1, Math.clamp((long) at + length, at, bytes.length));
                    }
                }
                case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                    if (at < bytes.length) {
                        hybrid(bytes[at++] & 0xff, bytes.length);
                    }
                }
                case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> delta();
                case DELTA_BYTE_ARRAY -> {
                    delta();
                    delta();
                }
            }
        }

        /** Runs of one value, or of groups of eight packed ones. */
        void hybrid(int width, int end) throws IOException {
            if (width > 32) {
                throw new IOException("a page packs values in " + width + " bits");
            }
            for (long seen = 0; seen < count && at < end; ) {
                long header = number(end);
                long values = header >>> 1;
                if ((header & 1) == 1) {
                    values *= 8;
                    if (values > (long) count + PADDING) {
                        throw new IOException("a run of " + values + " values stands in a page of " + count);
                    }
                    at = (int) Math.min(end, at + header / 2 * width);
                } else {
                    at = Math.min(end, at + (width + 7) / 8);
                }
                seen += values;
            }
        }

        /** Blocks of differences; at most as many as the page has values. */
        private void delta() throws IOException {
            long block = number(bytes.length);
            long parts = number(bytes.length);
            long total = number(bytes.length);
            number(bytes.length);
            if (block < 8 || block > MOST_BLOCK || parts < 1 || parts > block / 8 || block % (parts * 8) != 0 || total < 0 || total > count) {
                throw new IOException("a page of " + count + " values declares " + total + " differences in blocks of " + block + " by " + parts);
            }
            for (long seen = 1; seen < total; ) {
                number(bytes.length);
                int widths = at;
                skip(parts);
                for (int part = 0; part < parts && seen < total; part++) {
                    int width = bytes[widths + part] & 0xff;
                    if (width > 64) {
                        throw new IOException("a page packs differences in " + width + " bits");
                    }
                    skip(block / parts * width / 8);
                    seen += block / parts;
                }
            }
        }

        private long number(int end) throws IOException {
            long number = 0;
            for (int shift = 0; shift < 70; shift += 7) {
                if (at >= end) {
                    throw new EOFException("a page ends too early");
                }
                int part = bytes[at++];
                number |= (long) (part & 0x7f) << shift;
                if (part >= 0) {
                    return number;
                }
            }
            throw new IOException("a page holds a number that does not end");
        }

        private int fixed() throws IOException {
            skip(4);
            return bytes[at - 4] & 0xff | (bytes[at - 3] & 0xff) << 8 | (bytes[at - 2] & 0xff) << 16 | bytes[at - 1] << 24;
        }

        private void skip(long length) throws IOException {
            if (length < 0 || length > bytes.length - at) {
                throw new EOFException("a page ends too early");
            }
            at += (int) length;
        }
    }
}
