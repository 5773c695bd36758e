package whetstone.model;

/** One camera of an environment: its name, its picture's size and where it sits. */
public record Camera(String name, int width, int height, int channels, CameraProfile profile) {
    public Camera {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a camera needs a name");
        }
        if (width < 1 || height < 1 || channels < 1) {
            throw new IllegalArgumentException("camera '" + name + "' has no pixels: " + width + " x " + height + " x " + channels);
        }
    }
}
