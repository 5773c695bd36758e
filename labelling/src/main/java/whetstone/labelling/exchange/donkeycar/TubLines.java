package whetstone.labelling.exchange.donkeycar;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import whetstone.labelling.DatasetException;

/** The lines of a tub's catalogs one after the other; one catalog is in memory at a time, and no file stays open. */
final class TubLines implements Iterator<TubLines.Line> {
    /** Hundreds of times what a catalog of a thousand records takes. */
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_LINE = 1 << 20;

    private final TubFolder folder;
    private final List<String> catalogs;
    private int catalog;
    private byte[] bytes = new byte[0];
    private int at;
    private int number;
    private boolean open;

    /**
     * Where a line begins.
     *
     * @param catalog its number in the manifest's list
     * @param offset in bytes
     * @param line from 1, for sentences
     */
    record Start(int catalog, int offset, int line) {
        static final Start OF_ALL = new Start(0, 0, 1);
    }

    /** @param place for sentences */
    record Line(String text, Start start, String place) {}

    TubLines(TubFolder folder, List<String> catalogs, Start start) {
        this.folder = folder;
        this.catalogs = catalogs;
        this.catalog = start.catalog();
        if (catalog < catalogs.size()) {
            load();
            this.at = Math.min(start.offset(), bytes.length);
            this.number = start.line();
        }
    }

    private void load() {
        bytes = folder.read(catalogs.get(catalog), MOST_BYTES, TubManifest.NAME);
        at = 0;
        number = 1;
        open = true;
    }

    @Override
    public boolean hasNext() {
        while (open) {
            while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
                number += bytes[at] == '\n' ? 1 : 0;
                at++;
            }
            if (at < bytes.length) {
                return true;
            }
            open = ++catalog < catalogs.size();
            if (open) {
                load();
            }
        }
        bytes = new byte[0];
        return false;
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the tub holds no further record");
        }
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String place = catalogs.get(catalog) + ", line " + number;
        if (end - at > LONGEST_LINE) {
            throw new DatasetException(place + " has " + (end - at) + " characters, more than any record: copy the tub again.");
        }
        Line line = new Line(new String(bytes, at, end - at, StandardCharsets.UTF_8), new Start(catalog, at, number), place);
        at = end;
        return line;
    }
}
