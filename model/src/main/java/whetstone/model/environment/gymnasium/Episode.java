package whetstone.model.environment.gymnasium;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import whetstone.model.Action;
import whetstone.model.EnvironmentState;

/**
 * What an episode's present state is made of: its seed and every action since. It is a state that any process can go back to by driving
 * again, and that nobody has to unpickle. One thread.
 */
final class Episode {
    /** Of actions in a state: a longer episode can't be gone back to. */
    static final int MOST_BYTES = 1 << 16;
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Long.BYTES + Integer.BYTES;

    private final long seed;
    private ByteBuffer actions = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);

    Episode(long seed) {
        this.seed = seed;
    }

    /** @param seen a sum of what was seen when the state was kept */
    record Kept(long seed, int seen, byte[] actions) {}

    /** An action as the bridge reads it, remembered. */
    byte[] add(Action action) {
        byte[] bytes = bytes(action);
        add(bytes);
        return bytes;
    }

    void add(byte[] more) {
        if (actions.remaining() < more.length) {
            byte[] old = bytes();
            actions = ByteBuffer.allocate(Math.max(2 * actions.capacity(), old.length + more.length)).order(ByteOrder.LITTLE_ENDIAN).put(old);
        }
        actions.put(more);
    }

    /** All actions so far. */
    byte[] bytes() {
        return Arrays.copyOf(actions.array(), actions.position());
    }

    Optional<EnvironmentState> state(int seen) {
        if (actions.position() > MOST_BYTES) {
            return Optional.empty();
        }
        return Optional.of(new EnvironmentState(ByteBuffer.allocate(HEAD + actions.position()).put(VERSION).putLong(seed).putInt(seen)
                .put(actions.array(), 0, actions.position()).array()));
    }

    /** @param width of an action in bytes @throws IllegalArgumentException if these bytes are no such state */
    static Kept kept(EnvironmentState state, int width) {
        byte[] bytes = state.toBytes();
        if (bytes.length < HEAD || bytes[0] != VERSION || bytes.length > HEAD + MOST_BYTES || (bytes.length - HEAD) % width != 0) {
            throw new IllegalArgumentException("these " + bytes.length + " bytes are no state of a Gymnasium episode");
        }
        ByteBuffer head = ByteBuffer.wrap(bytes, 1, HEAD - 1);
        return new Kept(head.getLong(), head.getInt(), Arrays.copyOfRange(bytes, HEAD, bytes.length));
    }

    /** The actions that lead from here to there; empty where there is not ahead of here. */
    Optional<byte[]> onwards(Kept there) {
        int here = actions.position();
        boolean ahead = there.seed == seed && there.actions.length >= here
                && Arrays.equals(actions.array(), 0, here, there.actions, 0, here);
        return ahead ? Optional.of(Arrays.copyOfRange(there.actions, here, there.actions.length)) : Optional.empty();
    }

    static int sum(byte[] observation) {
        CRC32 sum = new CRC32();
        sum.update(observation);
        return (int) sum.getValue();
    }

    private static byte[] bytes(Action action) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * action.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < action.size(); i++) {
            bytes.putFloat(action.get(i));
        }
        return bytes.array();
    }
}
