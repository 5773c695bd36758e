package whetstone.model.environment.supertuxkart;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secret by which a display knows its own user, from the user's {@code .Xauthority}. */
final class DisplayCookie {
    static final String METHOD = "MIT-MAGIC-COOKIE-1";
    private static final byte[] NONE = {};
    private static final long MOST_BYTES = 1 << 20;

    private DisplayCookie() {}

    /** Empty where the file holds none for this display. A damaged file holds none. */
    static byte[] of(Path authority, int display) throws IOException {
        if (!Files.isRegularFile(authority) || Files.size(authority) > MOST_BYTES) {
            return NONE;
        }
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(authority));
        while (in.remaining() >= 2) {
            in.getShort();
            field(in);
            String number = new String(field(in), StandardCharsets.US_ASCII);
            String method = new String(field(in), StandardCharsets.US_ASCII);
            byte[] secret = field(in);
            if (method.equals(METHOD) && (number.isEmpty() || number.equals(String.valueOf(display)))) {
                return secret;
            }
        }
        return NONE;
    }

    private static byte[] field(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining() < 2 ? 0 : Math.min(Short.toUnsignedInt(in.getShort()), in.remaining())];
        in.get(bytes);
        return bytes;
    }
}
