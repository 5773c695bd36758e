package whetstone.labelling.exchange.imitation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of an {@code .npz} file as NumPy keeps it ({@code numpy/lib/format.py}, version 1.0), its rows made one after another whenever
 * they are asked for. No type is an object: nothing has to be unpickled.
 *
 * @param name without {@code .npy}
 * @param type as NumPy's header says it, quotes or list and all
 * @param rowShape shape of one row; empty where a row is one value
 * @param source makes rows, little-endian
 */
record NumpyArray(String name, String type, int rows, List<Integer> rowShape, Source source) {
    private static final int ALIGNED = 64;
    private static final int BEFORE_TEXT = 10;

    /** Makes the rows, in their order. */
    @FunctionalInterface
    interface Source {
        void make(Rows rows) throws IOException;
    }

    /** Takes a row: writes it, or compares it with what was written. */
    @FunctionalInterface
    interface Rows {
        /** @param row from its position to its limit; read at once */
        void take(ByteBuffer row) throws IOException;
    }

    /** What stands before the rows. */
    byte[] header() {
        String shape = rows + "," + rowShape.stream().map(side -> " " + side).collect(Collectors.joining(","));
        String text = "{'descr': " + type + ", 'fortran_order': False, 'shape': (" + shape + "), }";
        int length = (BEFORE_TEXT + text.length() + 1 + ALIGNED - 1) / ALIGNED * ALIGNED - BEFORE_TEXT;
        if (length > Character.MAX_VALUE) {
            throw new IllegalStateException("the header of '" + name + "' is too long for NumPy");
        }
        return ByteBuffer.allocate(BEFORE_TEXT + length).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) length)
                .put((text + " ".repeat(length - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII)).array();
    }

    /** An empty row to be filled. */
    static ByteBuffer row(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
