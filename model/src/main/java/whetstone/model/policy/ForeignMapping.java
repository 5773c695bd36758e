package whetstone.model.policy;

import java.util.List;

/**
 * How a model that others made is given a picture, and which of its outputs is which dimension of an action.
 *
 * @param input name of the model's input that is the picture
 * @param values what the input holds
 * @param layout the order of its axes
 * @param colours the order of its channels
 * @param range what 0 to 255 becomes
 * @param batched whether there is an axis for several pictures before the others
 * @param sources one for each dimension of the action, in its order
 */
public record ForeignMapping(String input, Values values, Layout layout, Colours colours, Range range, boolean batched,
                             List<Source> sources) {
    /** The type of the input's values. */
    public enum Values { FLOAT32, UINT8 }

    /** Channels x height x width, or height x width x channels. */
    public enum Layout { CHANNELS_FIRST, CHANNELS_LAST }

    /** GREY is one channel: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601). */
    public enum Colours { RGB, BGR, GREY }

    /** BYTES is 0 to 255, UNIT 0 to 1, SIGNED -1 to 1; IMAGENET is 0 to 1, less the mean of ImageNet's pictures, over their deviation. */
    public enum Range { BYTES, UNIT, SIGNED, IMAGENET }

    /**
     * Where a dimension's value comes from: scale times an element of an output, plus offset; with scale 0 it is always the offset.
     *
     * @param output name of the model's output
     * @param index of the element, counted through the output's axes, the last one fastest
     */
    public record Source(String output, int index, double scale, double offset) {
        public Source {
            if (index < 0 || index > 1_000_000) {
                throw new IllegalArgumentException("an output has no element " + index);
            }
            if (!Double.isFinite(scale) || !Double.isFinite(offset)) {
                throw new IllegalArgumentException("scale and offset of an output are numbers, not " + scale + " and " + offset);
            }
        }

        /** Whether the dimension always has the same value. */
        public boolean holdsStill() {
            return scale == 0;
        }
    }

    public ForeignMapping {
        sources = List.copyOf(sources);
        if (values == Values.UINT8 && range != Range.BYTES) {
            throw new IllegalArgumentException("an input of 8-bit values takes 0 to 255 as it is");
        }
        if (colours == Colours.GREY && range == Range.IMAGENET) {
            throw new IllegalArgumentException("ImageNet's means are those of three colours; a grey picture has one");
        }
        if (sources.stream().allMatch(Source::holdsStill)) {
            throw new IllegalArgumentException("no output of the model steers: choose one for at least one dimension of the action");
        }
    }

    /** Number of channels that the model sees. */
    public int channels() {
        return colours == Colours.GREY ? 1 : 3;
    }
}
