package whetstone.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import whetstone.model.ActionSpec;
import whetstone.model.policy.ForeignMapping.Colours;
import whetstone.model.policy.ForeignMapping.Layout;
import whetstone.model.policy.ForeignMapping.Range;
import whetstone.model.policy.ForeignMapping.Values;
import whetstone.model.policy.onnx.ForeignInspection;
import whetstone.model.policy.onnx.ForeignInspection.Tensor;

/** What a model's own words suggest: which input is the picture, how its axes lie, how large it is. Pure. */
record MappingGuess(Tensor input) {
    private static final int MOST_ELEMENTS = 64;

    /** Inputs that can be a picture: float32 or 8-bit values on three axes, or four with those of several pictures. */
    static List<MappingGuess> of(ForeignInspection model) {
        return model.inputs().stream().filter(input -> (input.type().equals("float") || input.type().equals("uint8"))
                && (input.shape().size() == 3 || input.shape().size() == 4)).map(MappingGuess::new).toList();
    }

    boolean batched() {
        return input.shape().size() == 4;
    }

    Values values() {
        return input.type().equals("uint8") ? Values.UINT8 : Values.FLOAT32;
    }

    /** Channels lie where one or three are. */
    Layout layout() {
        return isChannels(axis(2)) && !isChannels(axis(0)) ? Layout.CHANNELS_LAST : Layout.CHANNELS_FIRST;
    }

    Colours colours() {
        return axis(layout() == Layout.CHANNELS_FIRST ? 0 : 2).equals(OptionalInt.of(1)) ? Colours.GREY : Colours.RGB;
    }

    Range range() {
        return values() == Values.UINT8 ? Range.BYTES : Range.UNIT;
    }

    OptionalInt height(Layout layout) {
        return axis(layout == Layout.CHANNELS_FIRST ? 1 : 0);
    }

    OptionalInt width(Layout layout) {
        return axis(layout == Layout.CHANNELS_FIRST ? 2 : 1);
    }

    private OptionalInt axis(int index) {
        return input.shape().get(index + (batched() ? 1 : 0));
    }

    private static boolean isChannels(OptionalInt size) {
        return size.equals(OptionalInt.of(1)) || size.equals(OptionalInt.of(3));
    }

    /**
     * One value of one output.
     *
     * @param output name of the output
     * @param index counted through its axes
     */
    record Element(String output, int index) {}

    /** The values that can be an action: of every float32 output the first 64, as many as its shape says, at least one. */
    static List<Element> elements(ForeignInspection model) {
        List<Element> elements = new ArrayList<>();
        for (Tensor output : model.outputs()) {
            for (int index = 0; output.type().equals("float") && index < size(output); index++) {
                elements.add(new Element(output.name(), index));
            }
        }
        return elements;
    }

    /** A dimension is what the value in its place says, as far as there are values. */
    static Optional<Element> element(ActionSpec action, int dimension, List<Element> elements) {
        return dimension < Math.min(elements.size(), action.size()) ? Optional.of(elements.get(dimension)) : Optional.empty();
    }

    private static int size(Tensor output) {
        long size = 1;
        List<OptionalInt> axes = output.shape();
        for (int axis = 0; axis < axes.size(); axis++) {
            // An open first axis is that of several pictures; any other open one may hold anything.
            size = Math.min(MOST_ELEMENTS, size * axes.get(axis).orElse(axis == 0 ? 1 : MOST_ELEMENTS));
        }
        return (int) size;
    }
}
