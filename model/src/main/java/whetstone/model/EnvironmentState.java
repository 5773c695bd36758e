package whetstone.model;

import java.util.Arrays;

/** An environment's whole state as bytes that only that environment understands; immutable. */
public final class EnvironmentState {
    private final byte[] bytes;

    public EnvironmentState(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvironmentState that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
