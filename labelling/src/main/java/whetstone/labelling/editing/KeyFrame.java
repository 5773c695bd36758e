package whetstone.labelling.editing;

/** A value that a curve is to have at a tick. */
public record KeyFrame(int tick, double value) {
    public KeyFrame {
        if (tick < 0 || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a key frame at tick " + tick + " can't have the value " + value);
        }
    }
}
