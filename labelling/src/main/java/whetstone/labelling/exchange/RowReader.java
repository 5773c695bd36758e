package whetstone.labelling.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a table's row that has no end: a quote that is never closed makes one cell of all that follows. */
final class RowReader extends FilterReader {
    private static final int LONGEST_ROW = 1 << 20;

    /** What is read ahead counts, so twice the length is allowed. */
    private int left = 2 * LONGEST_ROW;

    RowReader(Reader reader) {
        super(reader);
    }

    /** A row was read: the next one may be as long again. */
    void renew() {
        left = 2 * LONGEST_ROW;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) throws IOException {
        left -= characters;
        if (left < 0) {
            throw new IOException("a row is longer than " + LONGEST_ROW + " characters");
        }
    }
}
