package whetstone.model.policy.onnx;

import whetstone.model.Camera;
import whetstone.model.Picture;

/** The size of the pictures that a graph takes. @param channels 1 (grey), 3 (RGB) or 4 (RGB and one that is left out) */
public record PictureSize(int width, int height, int channels) {
    private static final int MOST = 8192;

    public PictureSize {
        if (width < 1 || height < 1 || width > MOST || height > MOST) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " is not between 1 and " + MOST + " pixels");
        }
        if (channels != 1 && channels != 3 && channels != 4) {
            throw new IllegalArgumentException("a picture of " + channels + " channels is neither grey nor colour");
        }
    }

    /** Whether a camera's pictures have a size that a graph can take. */
    public static boolean fits(Camera camera) {
        return camera.width() <= MOST && camera.height() <= MOST && camera.channels() <= 4 && camera.channels() != 2;
    }

    public static PictureSize of(Camera camera) {
        return new PictureSize(camera.width(), camera.height(), camera.channels());
    }

    public static PictureSize of(Picture picture) {
        return new PictureSize(picture.width(), picture.height(), picture.channels());
    }

    /** Number of samples of one picture. */
    public int samples() {
        return width * height * channels;
    }

    @Override
    public String toString() {
        return width + " x " + height + " x " + channels;
    }
}
