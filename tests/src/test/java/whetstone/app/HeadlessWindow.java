package whetstone.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** A real window without a display, and the FX thread to look at it. */
public final class HeadlessWindow {
    private static final CountDownLatch STARTED = new CountDownLatch(1);

    private HeadlessWindow() {}

    /** Starts the toolkit once for all tests of the process. */
    public static synchronized void start() {
        if (STARTED.getCount() == 0) {
            return;
        }
        try {
            Platform.startup(STARTED::countDown);
        } catch (IllegalStateException alreadyStarted) {
            STARTED.countDown();
        }
        Platform.setImplicitExit(false);
        try {
            if (!STARTED.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the FX toolkit did not start within 30 s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs on the FX thread and waits for the value. */
    public static <T> T onFx(Supplier<T> work) {
        start();
        return CompletableFuture.supplyAsync(work, Platform::runLater).orTimeout(30, TimeUnit.SECONDS).join();
    }

    public static void onFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /** Waits, pulse by pulse, until something holds on the FX thread. */
    public static void await(String what, Duration most, BooleanSupplier holds) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        onFx(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (holds.getAsBoolean()) {
                    stop();
                    done.complete(true);
                }
            }
        }.start());
        done.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS).exceptionally(failure -> {
            throw new AssertionError(what + " did not happen within " + most, failure);
        }).join();
    }

    /** Shows a screen as the program's window does, with its style sheets. FX thread. */
    public static Stage show(Parent screen, double width, double height, boolean dark) {
        Application.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        StackPane root = new StackPane(screen);
        root.getStyleClass().addAll("whetstone", dark ? "dark" : "light");
        root.getStylesheets().add("/whetstone/css/window.css");
        Stage stage = new Stage();
        stage.setScene(new Scene(root, width, height));
        stage.show();
        return stage;
    }

    /** Saves what a window shows as a PNG file. FX thread. */
    public static void save(Stage stage, Path png) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null), "png", png.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the picture " + png + " could not be written", unwritable);
        }
    }
}
