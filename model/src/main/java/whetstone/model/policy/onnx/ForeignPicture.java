package whetstone.model.policy.onnx;

import java.nio.ByteBuffer;
import java.util.Arrays;
import whetstone.model.Picture;
import whetstone.model.policy.AreaAverage;
import whetstone.model.policy.ForeignMapping;
import whetstone.model.policy.ForeignMapping.Colours;
import whetstone.model.policy.ForeignMapping.Layout;
import whetstone.model.policy.PolicyInput;

/** Writes a camera's picture as a foreign model wants it: averaged to its size, in its order of axes and channels, in its range. */
final class ForeignPicture {
    private static final int CHANNELS = 3;
    /** Of ImageNet's pictures, red, green and blue, in 0 to 1: what torchvision's models were trained with. */
    private static final float[] IMAGENET_MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] IMAGENET_DEVIATION = {0.229f, 0.224f, 0.225f};

    private final PolicyInput input;
    private final ForeignMapping mapping;
    private final int[] pixels;
    private AreaAverage average;

    ForeignPicture(PolicyInput input, ForeignMapping mapping) {
        this.input = input;
        this.mapping = mapping;
        this.pixels = new int[input.size()];
        this.average = new AreaAverage(input.width(), input.height(), input.width(), input.height());
    }

    /** The shape of the model's input. */
    long[] shape() {
        long[] one = mapping.layout() == Layout.CHANNELS_FIRST ? new long[] {1, mapping.channels(), input.height(), input.width()}
                : new long[] {1, input.height(), input.width(), mapping.channels()};
        return mapping.batched() ? one : Arrays.copyOfRange(one, 1, one.length);
    }

    /** @throws IllegalArgumentException if the picture is neither grey nor colour */
    void write(Picture picture, ByteBuffer into) {
        PictureSize size = PictureSize.of(picture);
        if (!average.serves(picture)) {
            average = new AreaAverage(size.width(), size.height(), input.width(), input.height());
        }
        average.reduce(picture, pixels);
        int places = input.width() * input.height();
        for (int i = 0; i < places * mapping.channels(); i++) {
            boolean first = mapping.layout() == Layout.CHANNELS_FIRST;
            int pixel = first ? i % places : i / mapping.channels();
            int channel = first ? i / places : i % mapping.channels();
            put(sample(pixel, channel), colour(channel), into);
        }
    }

    /** 0 red, 1 green, 2 blue. */
    private int colour(int channel) {
        return mapping.colours() == Colours.BGR ? CHANNELS - 1 - channel : channel;
    }

    private float sample(int pixel, int channel) {
        int at = pixel * CHANNELS;
        return mapping.colours() == Colours.GREY ? 0.299f * pixels[at] + 0.587f * pixels[at + 1] + 0.114f * pixels[at + 2]
                : pixels[at + colour(channel)];
    }

    private void put(float sample, int colour, ByteBuffer into) {
        switch (mapping.values()) {
            case UINT8 -> into.put((byte) Math.round(sample));
            case FLOAT32 -> into.putFloat(switch (mapping.range()) {
                case BYTES -> sample;
                case UNIT -> sample / 255;
                case SIGNED -> sample / 127.5f - 1;
                case IMAGENET -> (sample / 255 - IMAGENET_MEAN[colour]) / IMAGENET_DEVIATION[colour];
            });
        }
    }
}
