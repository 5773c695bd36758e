package whetstone.labelling.exchange.imitation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** An array of an {@code .npz} file as a reader of NumPy's published layout finds it: its header's text and the bytes behind it. */
record ReadArray(String header, ByteBuffer values) {
    static Map<String, ReadArray> all(Path file) throws IOException {
        Map<String, ReadArray> arrays = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                arrays.put(entry.getName(), of(zip.getInputStream(entry).readAllBytes()));
            }
        }
        return arrays;
    }

    private static ReadArray of(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = all.getShort(8);
        String header = new String(bytes, 10, length, StandardCharsets.US_ASCII);
        return new ReadArray(header, all.slice(10 + length, bytes.length - 10 - length).order(ByteOrder.LITTLE_ENDIAN));
    }

    float number(int index) {
        return values.getFloat(index * Float.BYTES);
    }
}
