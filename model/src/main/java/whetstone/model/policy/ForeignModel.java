package whetstone.model.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/** The file of a model that others made, known by its SHA-256; its bytes may lie elsewhere until they are asked for. Immutable. */
public final class ForeignModel {
    /** Larger models are none that drive: DAVE-2 has one megabyte, ResNet-50 a hundred. */
    public static final int MOST_BYTES = 128 * 1024 * 1024;

    private final String sha256;
    private final Supplier<byte[]> reading;

    private ForeignModel(String sha256, Supplier<byte[]> reading) {
        this.sha256 = sha256;
        this.reading = reading;
    }

    /** @param bytes owned by this model from now on, at most {@link #MOST_BYTES} */
    public static ForeignModel of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("the model has " + bytes.length / 1_000_000 + " MB; at most " + MOST_BYTES / 1_000_000
                    + " MB can be imported");
        }
        return new ForeignModel(sha256(bytes), () -> bytes);
    }

    /** A model that is kept somewhere. @param reading gives its bytes; called every time they are asked for */
    public static ForeignModel kept(String sha256, Supplier<byte[]> reading) {
        return new ForeignModel(sha256, reading);
    }

    /** In hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The file's bytes, not to be changed. @throws PolicyFormatException if they are not those that were kept */
    public byte[] bytes() {
        byte[] bytes = reading.get();
        if (!sha256(bytes).equals(sha256)) {
            throw new PolicyFormatException("the imported model is not the one that was kept: its SHA-256 is another; import it again");
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForeignModel that && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
