package whetstone.labelling.exchange.parquet;

import java.io.EOFException;
import java.io.IOException;

/**
 * Walks over a structure in Thrift's compact protocol, in which Parquet keeps its footer and the headers of its pages, and builds nothing:
 * it finds where the structure ends and that no list or text in it declares more than is there. The generated readers believe such numbers
 * and would reserve memory for them (THRIFT compact protocol specification, "List and Set", "Binary encoding").
 */
final class CompactThrift {
    private static final int DEEPEST = 32;

    private final byte[] bytes;
    private final int end;
    private int at;

    private CompactThrift(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /**
     * Number of bytes of the structure that begins at 0.
     *
     * @param length how many of the bytes count
     * @throws EOFException if it goes on behind them
     * @throws IOException if it is no such structure
     */
    static int length(byte[] bytes, int length) throws IOException {
        CompactThrift walk = new CompactThrift(bytes, length);
        walk.structure(0);
        return walk.at;
    }

    private void structure(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("its description is nested too deeply");
        }
        for (int head = next(); head != 0; head = next()) {
            if (head >>> 4 == 0) {
                number();
            }
            int type = head & 0xf;
            if (type > 2) {
                value(type, depth);
            }
        }
    }

    private void value(int type, int depth) throws IOException {
        switch (type) {
            case 1, 2, 3 -> skip(1);
            case 4, 5, 6 -> number();
            case 7 -> skip(8);
            case 8 -> skip(number());
            case 9, 10 -> list(depth);
            case 11 -> map(depth);
            case 12 -> structure(depth + 1);
            default -> throw new IOException("its description holds a value of the unknown type " + type);
        }
    }

    private void list(int depth) throws IOException {
        int head = next();
        long size = head >>> 4 == 0xf ? number() : head >>> 4;
        requireSome(size);
        for (long i = 0; i < size; i++) {
            value(head & 0xf, depth + 1);
        }
    }

    private void map(int depth) throws IOException {
        long size = number();
        requireSome(size);
        int types = size == 0 ? 0 : next();
        for (long i = 0; i < size; i++) {
            value(types >>> 4, depth + 1);
            value(types & 0xf, depth + 1);
        }
    }

    /** Whatever is listed takes a byte at least. */
    private void requireSome(long size) throws IOException {
        if (size < 0 || size > end - at) {
            throw new EOFException("its description lists " + size + " things and ends before them");
        }
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int part = next();
            number |= (long) (part & 0x7f) << shift;
            if (part < 0x80) {
                return number;
            }
        }
        throw new IOException("its description holds a number that does not end");
    }

    private int next() throws IOException {
        skip(1);
        return bytes[at - 1] & 0xff;
    }

    private void skip(long count) throws IOException {
        if (count < 0 || count > end - at) {
            throw new EOFException("its description ends too early");
        }
        at += (int) count;
    }
}
