package whetstone.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the window and waits until it is closed. Runs on the main thread; the window lives on the FX thread. */
final class Launch {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Path folder;
    private final Optional<Path> dataset;
    private final boolean timeStartup;
    private final CountDownLatch closed = new CountDownLatch(1);

    Launch(Path folder, Optional<Path> dataset, boolean timeStartup) {
        this.folder = folder;
        this.dataset = dataset;
        this.timeStartup = timeStartup;
    }

    /** @return the process's exit code */
    int run() {
        try {
            PulseRate.startUp(this::open);
            closed.await();
            return 0;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noWindow) {
            System.err.println("The window can't be opened: " + noWindow.getMessage()
                    + ". On Linux, JavaFX needs a running display and GTK 3 (on Debian: apt install libgtk-3-0).");
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void open() {
        Wiring wiring = new Wiring(folder);
        Stage stage = new Stage();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(wiring.window().root(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        wiring.connect(scene, stage);
        stage.setTitle(Words.of("window").get("name"));
        stage.setMinWidth(1024);
        stage.setMinHeight(680);
        stage.setScene(scene);
        stage.setOnHidden(_ -> {
            wiring.close();
            closed.countDown();
        });
        stage.show();
        new Usable(() -> usable(wiring, stage)).start();
    }

    private void usable(Wiring wiring, Stage stage) {
        if (timeStartup) {
            long now = System.currentTimeMillis();
            System.out.printf("usable window after %.2f s%n", (now - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0);
            stage.close();
        } else {
            wiring.begin(dataset);
        }
    }

    /** Calls back once the window has been drawn: at the second pulse after it was shown. */
    private static final class Usable extends AnimationTimer {
        private final Runnable then;
        private int pulses;

        Usable(Runnable then) {
            this.then = then;
        }

        @Override
        public void handle(long now) {
            if (++pulses == 2) {
                stop();
                then.run();
            }
        }
    }
}
