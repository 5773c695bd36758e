package whetstone.model.policy;

import whetstone.model.Observation;
import whetstone.model.Picture;

/**
 * Turns a camera's picture into a policy's input as {@link PolicyInput} says: area-averaged, then LAB or RGB, channel after channel
 * (channels x height x width). Holds the geometry of the last picture size and a work area, so one object serves one thread.
 */
public final class InputTransform {
    private static final int CHANNELS = 3;

    private final PolicyInput input;
    private final int[] pixels;
    private AreaAverage average;

    public InputTransform(PolicyInput input) {
        this.input = input;
        this.pixels = new int[input.size()];
        this.average = new AreaAverage(input.width(), input.height(), input.width(), input.height());
    }

    /** A new array of {@link PolicyInput#size()} values. */
    public float[] apply(Observation seen) {
        float[] values = new float[input.size()];
        fill(seen, values, 0);
        return values;
    }

    /**
     * Writes {@link PolicyInput#size()} values from {@code offset} on.
     *
     * @throws IllegalArgumentException if the camera is missing or its picture is neither grey nor colour
     */
    public void fill(Observation seen, float[] into, int offset) {
        Picture picture = seen.picture(input.camera());
        if (picture.channels() == 2) {
            throw new IllegalArgumentException("camera '" + input.camera() + "' gives two channels; a policy sees grey or colour");
        }
        if (!average.serves(picture)) {
            average = new AreaAverage(picture.width(), picture.height(), input.width(), input.height());
        }
        average.reduce(picture, pixels);
        int plane = input.width() * input.height();
        switch (input.colours()) {
            case LAB -> toLab(into, offset, plane);
            case RGB -> toRgb(into, offset, plane);
        }
    }

    private void toLab(float[] into, int offset, int plane) {
        for (int pixel = 0; pixel < plane; pixel++) {
            int at = pixel * CHANNELS;
            LabColour.write(pixels[at], pixels[at + 1], pixels[at + 2], into, offset + pixel, plane);
        }
    }

    private void toRgb(float[] into, int offset, int plane) {
        for (int pixel = 0; pixel < plane; pixel++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                into[offset + channel * plane + pixel] = pixels[pixel * CHANNELS + channel] / 127.5f - 1;
            }
        }
    }
}
