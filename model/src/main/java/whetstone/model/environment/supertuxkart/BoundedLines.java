package whetstone.model.environment.supertuxkart;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a program that is not trusted to end them: what is longer than the bound is dropped, not kept. One thread. */
final class BoundedLines {
    private final InputStream in;
    private final byte[] line;

    BoundedLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.line = new byte[longest];
    }

    /** The next line, cut at the bound; empty at the end. */
    Optional<String> next() throws IOException {
        int length = 0;
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            if (length < line.length) {
                line[length++] = (byte) read;
            }
            read = in.read();
        }
        return Optional.of(new String(line, 0, length, StandardCharsets.ISO_8859_1));
    }
}
