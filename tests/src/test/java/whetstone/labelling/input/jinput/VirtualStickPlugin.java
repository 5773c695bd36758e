package whetstone.labelling.input.jinput;

import net.java.games.input.AbstractController;
import net.java.games.input.AbstractComponent;
import net.java.games.input.Component;
import net.java.games.input.Controller;
import net.java.games.input.ControllerEnvironment;
import net.java.games.input.Event;
import net.java.games.input.Rumbler;
import net.java.games.util.plugins.Plugin;

/** A joystick in Java for JInput: two axes that share one identifier and a button; swept from left to right, then unplugged. */
public final class VirtualStickPlugin extends ControllerEnvironment implements Plugin {
    private final Controller[] controllers = {new VirtualStick()};

    @Override
    public Controller[] getControllers() {
        return controllers;
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    private static final class Axis extends AbstractComponent {
        Axis(String name) {
            super(name, Component.Identifier.Axis.X);
        }

        @Override
        public boolean isRelative() {
            return false;
        }

        @Override
        public boolean isAnalog() {
            return true;
        }

        @Override
        protected float poll() {
            return -1;
        }
    }

    private static final class Button extends AbstractComponent {
        Button() {
            super("Trigger", Component.Identifier.Button.TRIGGER);
        }

        @Override
        public boolean isRelative() {
            return false;
        }

        @Override
        protected float poll() {
            return 0;
        }
    }

    private static final class VirtualStick extends AbstractController {
        private static final int SAMPLES = 100;
        private int sent;
        private int polls;

        VirtualStick() {
            super("Virtual Joystick", new Component[] {new Axis("Steering"), new Axis("Pedal"), new Button()}, new Controller[0],
                    new Rumbler[0]);
        }

        @Override
        public Type getType() {
            return Type.STICK;
        }

        @Override
        protected boolean getNextDeviceEvent(Event event) {
            if (polls < 2 || sent == SAMPLES) {
                return false;
            }
            sent++;
            event.set(getComponents()[0], 2f * sent / SAMPLES - 1, sent * 1_000_000L);
            return true;
        }

        @Override
        public synchronized boolean poll() {
            polls++;
            return polls < 5 && super.poll();
        }
    }
}
