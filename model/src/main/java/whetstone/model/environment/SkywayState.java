package whetstone.model.environment;

import java.nio.ByteBuffer;
import whetstone.model.EnvironmentState;

/**
 * The whole state of a Skyway as it is saved: 84 bytes, big-endian.
 *
 * @param world a number by which a state of another track or difficulty is recognised
 * @param seed of the reset
 * @param ticks since the reset
 * @param progress metres driven along the road since the reset
 */
record SkywayState(int world, long seed, int ticks, double progress, KartPose kart) {
    private static final int MAGIC = 0x534b5901;
    private static final int BYTES = 4 + 4 + 8 + 4 + 8 * 8;

    SkywayState {
        double[] values = {progress, kart.x(), kart.y(), kart.heading(), kart.speed(), kart.steering(), kart.along(), kart.lateral()};
        for (double value : values) {
            if (!Double.isFinite(value) || Math.abs(value) > 1e9) {
                throw new IllegalArgumentException("a saved state of Skyway holds " + value + ": it is damaged");
            }
        }
        if (ticks < 0) {
            throw new IllegalArgumentException("a saved state of Skyway is " + ticks + " ticks old: it is damaged");
        }
    }

    EnvironmentState save() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putInt(MAGIC).putInt(world).putLong(seed).putInt(ticks).putDouble(progress);
        bytes.putDouble(kart.x()).putDouble(kart.y()).putDouble(kart.heading()).putDouble(kart.speed()).putDouble(kart.steering())
                .putDouble(kart.along()).putDouble(kart.lateral());
        return new EnvironmentState(bytes.array());
    }

    /** @throws IllegalArgumentException if these bytes are no state of Skyway */
    static SkywayState of(EnvironmentState saved) {
        ByteBuffer bytes = ByteBuffer.wrap(saved.toBytes());
        if (bytes.remaining() != BYTES || bytes.getInt() != MAGIC) {
            throw new IllegalArgumentException("these " + bytes.capacity() + " bytes are no saved state of Skyway");
        }
        int world = bytes.getInt();
        long seed = bytes.getLong();
        int ticks = bytes.getInt();
        double progress = bytes.getDouble();
        KartPose kart = new KartPose(bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getDouble(),
                bytes.getDouble(), bytes.getDouble());
        return new SkywayState(world, seed, ticks, progress, kart);
    }
}
