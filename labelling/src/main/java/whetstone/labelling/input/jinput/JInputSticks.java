package whetstone.labelling.input.jinput;

import java.io.File;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.java.games.input.Controller;
import net.java.games.input.ControllerEnvironment;
import net.java.games.input.LinuxEnvironmentPlugin;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickSearch;
import whetstone.labelling.replay.Ticker;

/**
 * Finds the wheels, joysticks and gamepads that are plugged in. JInput can hang while it looks, so it looks on a thread of its own, which
 * is left behind if it does not come back. On Linux every scan sees what is plugged in now; elsewhere JInput only knows
 * what was there at its first use. JInput gives no way to close a device: on Linux each scan leaves a file descriptor open for every
 * device that it finds, until the process ends (1,000 scans of one device left 1,000). Any thread.
 */
public final class JInputSticks implements StickSearch {
    private static final int SECONDS = 5;
    /** Held here: a logger that nobody holds forgets its level. */
    private static final Logger JINPUT = Logger.getLogger("net.java.games.input");

    private final Ticker ticker;
    private final File devices;

    public JInputSticks(Ticker ticker) {
        this(ticker, new File("/dev/input"));
    }

    JInputSticks(Ticker ticker, File devices) {
        this.ticker = ticker;
        this.devices = devices;
        JINPUT.setLevel(Level.OFF);
    }

    /** Completes within five seconds. */
    @Override
    public CompletableFuture<Found> scan() {
        CompletableFuture<Found> found = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("stick-scan").start(() -> found.complete(look()));
        return found.completeOnTimeout(new Found(List.of(), Optional.of("Looking for sticks took longer than " + SECONDS
                + " seconds and was given up. Unplug the device, plug it in again and press Rescan; mouse and keyboard work as well.")),
                SECONDS, TimeUnit.SECONDS);
    }

    private Found look() {
        try {
            NativeLibrary.unpack();
            List<Stick> sticks = new ArrayList<>();
            for (Controller controller : controllers()) {
                if (Arrays.stream(controller.getComponents()).anyMatch(JInputStick::isAxis) && steers(controller.getType())) {
                    sticks.add(new JInputStick(controller, ticker));
                }
            }
            return new Found(sticks, sticks.isEmpty() ? forbidden() : Optional.empty());
        } catch (UncheckedIOException | LinkageError failure) {
            return new Found(List.of(), Optional.of("Sticks can't be read here: " + failure.getMessage()
                    + ". Mouse and keyboard work as well."));
        }
    }

    private static List<Controller> controllers() {
        // JInput would load any jar in a folder "controller" where the program was started: nothing unknown is to run here.
        System.setProperty("jinput.controllerPluginPath", System.getProperty(NativeLibrary.FOLDER_PROPERTY));
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (linux) {
            // JInput's own list is made once and never again: its Linux part is asked anew at every scan instead.
            System.setProperty("net.java.games.input.useDefaultPlugin", "false");
        }
        List<Controller> all = new ArrayList<>(List.of(ControllerEnvironment.getDefaultEnvironment().getControllers()));
        if (linux) {
            all.addAll(List.of(new LinuxEnvironmentPlugin().getControllers()));
        }
        return all;
    }

    private static boolean steers(Controller.Type type) {
        return type != Controller.Type.MOUSE && type != Controller.Type.KEYBOARD && type != Controller.Type.TRACKPAD
                && type != Controller.Type.TRACKBALL;
    }

    /** JInput says only in its log that a device may not be read. */
    private Optional<String> forbidden() {
        File[] events = devices.listFiles((folder, name) -> name.startsWith("event"));
        boolean locked = events != null && events.length > 0 && Arrays.stream(events).noneMatch(File::canRead);
        return locked ? Optional.of("There are input devices, but you may not read them: add yourself to the group 'input' "
                + "(sudo usermod -aG input $USER), then log out and in again.") : Optional.empty();
    }
}
