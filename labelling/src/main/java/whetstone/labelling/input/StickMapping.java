package whetstone.labelling.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whetstone.model.ActionSpec;

/**
 * How one device steers and which of its buttons does what. Saved per device, by the device's name.
 *
 * @param axes at most one per dimension of an action
 * @param buttons index of the button for a verb
 */
public record StickMapping(List<AxisMapping> axes, Map<StickVerb, Integer> buttons) {
    public StickMapping {
        axes = List.copyOf(axes);
        buttons = Map.copyOf(buttons);
        if (axes.stream().map(AxisMapping::dimension).distinct().count() != axes.size()) {
            throw new IllegalArgumentException("two axes are mapped to one dimension of the action");
        }
        for (int button : buttons.values()) {
            if (button < 0 || button > 63) {
                throw new IllegalArgumentException("button " + button + " is not between 0 and 63");
            }
        }
    }

    /** The first axis steers, the second (if any) is the throttle with forward as positive, buttons follow the verbs' order. */
    public static StickMapping standard(StickDescription device) {
        List<AxisMapping> axes = new ArrayList<>();
        if (!device.axes().isEmpty()) {
            double dead = device.kind() == StickDescription.Kind.STICK ? 0.02 : 0;
            axes.add(new AxisMapping("steer", 0, false, 0, dead, 1));
        }
        if (device.axes().size() > 1) {
            boolean pushedAwayIsNegative = device.kind() == StickDescription.Kind.STICK;
            axes.add(new AxisMapping("throttle", 1, pushedAwayIsNegative, 0, 0, 1));
        }
        Map<StickVerb, Integer> buttons = new EnumMap<>(StickVerb.class);
        for (StickVerb verb : StickVerb.values()) {
            if (verb.ordinal() < device.buttons().size()) {
                buttons.put(verb, verb.ordinal());
            }
        }
        return new StickMapping(axes, buttons);
    }

    public Optional<AxisMapping> axis(String dimension) {
        return axes.stream().filter(axis -> axis.dimension().equals(dimension)).findFirst();
    }

    /** The action's values for a reading, in the spec's order; zero for a dimension that no axis serves. NaN is refused. */
    public float[] values(StickSample sample, ActionSpec spec) {
        float[] values = new float[spec.size()];
        for (int i = 0; i < values.length; i++) {
            ActionSpec.Dimension dimension = spec.dimensions().get(i);
            double response = axis(dimension.name()).filter(axis -> axis.axis() < sample.axes())
                    .map(axis -> axis.respond(sample.axis(axis.axis()))).orElse(0.0);
            values[i] = dimension.clamp((float) response);
        }
        return values;
    }

    /** The verbs whose button went down between two readings. */
    public List<StickVerb> pressed(StickSample before, StickSample now) {
        return buttons.entrySet().stream()
                .filter(entry -> now.pressed(entry.getValue()) && !before.pressed(entry.getValue()))
                .map(Map.Entry::getKey).sorted().toList();
    }

    public StickMapping with(AxisMapping changed) {
        List<AxisMapping> all = new ArrayList<>(axes.stream().filter(axis -> !axis.dimension().equals(changed.dimension())).toList());
        all.add(changed);
        return new StickMapping(all, buttons);
    }

    public StickMapping without(String dimension) {
        return new StickMapping(axes.stream().filter(axis -> !axis.dimension().equals(dimension)).toList(), buttons);
    }

    /** The verb on this button; whatever was on it before is not any more. */
    public StickMapping with(StickVerb verb, int button) {
        Map<StickVerb, Integer> all = new EnumMap<>(StickVerb.class);
        buttons.forEach((other, index) -> {
            if (index != button) {
                all.put(other, index);
            }
        });
        all.put(verb, button);
        return new StickMapping(axes, all);
    }
}
