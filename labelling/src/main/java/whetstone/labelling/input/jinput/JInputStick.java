package whetstone.labelling.input.jinput;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.java.games.input.Component;
import net.java.games.input.Controller;
import net.java.games.input.Event;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.replay.Ticker;

/**
 * A wheel, joystick or gamepad through JInput. Components are told apart as objects: several axes of one device may share an
 * identifier. The queue is made long enough for two seconds without a poll; JInput's own 32 events overflow in silence.
 */
final class JInputStick implements Stick {
    private static final int QUEUE = 512;

    private final Controller controller;
    private final Ticker ticker;
    private final StickDescription description;
    private final Map<Component, Integer> axisOf = new IdentityHashMap<>();
    private final Map<Component, Integer> buttonOf = new IdentityHashMap<>();
    private final DeviceClock clock = new DeviceClock();
    private final float[] axes;
    private long buttons;
    private boolean started;

    JInputStick(Controller controller, Ticker ticker) {
        this.controller = controller;
        this.ticker = ticker;
        List<String> axisNames = new ArrayList<>();
        List<String> buttonNames = new ArrayList<>();
        for (Component component : controller.getComponents()) {
            if (isAxis(component)) {
                axisOf.put(component, axisNames.size());
                axisNames.add(component.getName());
            } else if (isButton(component) && buttonNames.size() < 64) {
                buttonOf.put(component, buttonNames.size());
                buttonNames.add(component.getName());
            }
        }
        this.axes = new float[axisNames.size()];
        this.description = new StickDescription(controller.getName().strip(), StickDescription.Kind.STICK, axisNames, buttonNames);
        controller.setEventQueueSize(QUEUE);
    }

    static boolean isAxis(Component component) {
        return component.isAnalog() && !component.isRelative() && !isButton(component)
                && component.getIdentifier() != Component.Identifier.Axis.POV;
    }

    private static boolean isButton(Component component) {
        return component.getIdentifier() instanceof Component.Identifier.Button;
    }

    @Override
    public StickDescription description() {
        return description;
    }

    @Override
    public Reading poll() {
        if (!controller.poll()) {
            return new Reading.Unplugged();
        }
        long now = ticker.nanos();
        List<StickSample> samples = new ArrayList<>();
        Event event = new Event();
        while (controller.getEventQueue().getNextEvent(event)) {
            if (take(event.getComponent(), event.getValue())) {
                samples.add(sample(clock.map(event.getNanos(), now)));
            }
        }
        if (!started) {
            // An axis sends nothing until it moves: where it stands at first is known from polling alone.
            started = true;
            axisOf.keySet().forEach(component -> take(component, component.getPollData()));
            buttonOf.keySet().forEach(component -> take(component, component.getPollData()));
            samples.add(sample(clock.at(now)));
        }
        return new Reading.Samples(samples);
    }

    private boolean take(Component component, float value) {
        Integer axis = axisOf.get(component);
        if (axis != null) {
            axes[axis] = value;
            return true;
        }
        Integer button = buttonOf.get(component);
        if (button != null) {
            buttons = value > 0.5f ? buttons | 1L << button : buttons & ~(1L << button);
            return true;
        }
        return false;
    }

    private StickSample sample(long nanos) {
        return new StickSample(nanos, Arrays.copyOf(axes, axes.length), buttons);
    }
}
