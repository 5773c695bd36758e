package whetstone.model.policy;

/**
 * How a camera's picture becomes a network's input: area-averaged to width x height, then turned into a colour space,
 * in the order channels x height x width; {@link InputTransform} does it.
 *
 * @param camera name of the camera
 */
public record PolicyInput(String camera, int width, int height, ColourSpace colours) {
    /** LAB is CIE L*a*b* (D65), as L / 50 - 1, a / 100, b / 100: about [-1, 1]; RGB is each channel scaled to [-1, 1]. */
    public enum ColourSpace { LAB, RGB }

    public PolicyInput {
        if (camera.isBlank()) {
            throw new IllegalArgumentException("a policy's input needs the name of a camera");
        }
        if (width < 1 || height < 1 || width > 4096 || height > 4096) {
            throw new IllegalArgumentException("a policy's input of " + width + " x " + height + " is not between 1 and 4096");
        }
    }

    /** Number of values: three channels. */
    public int size() {
        return width * height * 3;
    }
}
