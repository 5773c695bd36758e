package whetstone.model.environment.gymnasium;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a program's error stream to its end, so that it never has to wait, and keeps the last line. Runs on a thread of its own. */
final class LastWords implements Runnable {
    private static final int KEPT = 4096;

    private final InputStream from;
    private volatile String tail = "";

    LastWords(InputStream from) {
        this.from = from;
    }

    @Override
    public void run() {
        byte[] part = new byte[KEPT];
        try (from) {
            for (int count = from.read(part); count >= 0; count = from.read(part)) {
                String all = tail + new String(part, 0, count, StandardCharsets.UTF_8);
                tail = all.substring(Math.max(0, all.length() - KEPT));
            }
        } catch (IOException closed) {
            System.getLogger("whetstone").log(System.Logger.Level.DEBUG, "a bridge's error stream ended", closed);
        }
    }

    /** The last line that is not blank. */
    Optional<String> line() {
        return tail.lines().filter(line -> !line.isBlank()).reduce((_, last) -> last).map(BridgeConnection::shown);
    }
}
