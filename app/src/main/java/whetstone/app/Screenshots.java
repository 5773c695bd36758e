package whetstone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.ColorScheme;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import whetstone.labelling.Dataset;
import whetstone.labelling.calibration.Calibration;

/** Opens the real window on a dataset and takes a picture of every place, theme and size, one after the other. FX thread. */
final class Screenshots {
    /** Long enough for a place to read what it shows. */
    private static final Duration SETTLING = Duration.seconds(1.5);
    private static final Duration USE = Duration.seconds(2.5);
    /** Longer than the mark waits. */
    private static final Duration FOLLOWING = Duration.seconds(4.5);
    private static final Duration OPENING = Duration.seconds(0.5);

    private final Deque<Shot> shots = new ArrayDeque<>();
    private final Wiring wiring;
    private final Optional<Path> dataset;
    private final Path out;
    private final Runnable done;
    /** Never shown: the headless platform's screen is smaller than these pictures, a scene alone is not. */
    private Scene scene = new Scene(new Group());
    private boolean trained;

    private record Size(int width, int height) {}

    /** @param edited whether labels are edited while the picture is taken */
    private record Shot(Size size, ColorScheme scheme, Place place, boolean edited) {
        String name(String state) {
            return place.key() + (edited ? "-edit" : "") + state + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-"
                    + size.width + "x" + size.height + ".png";
        }
    }

    Screenshots(Path folder, Optional<Path> dataset, Path out, Runnable done) {
        this.wiring = new Wiring(folder);
        this.dataset = dataset;
        this.out = out;
        this.done = done;
        for (Size size : List.of(new Size(1280, 720), new Size(1920, 1080))) {
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                for (Place place : wiring.window().places()) {
                    shots.add(new Shot(size, scheme, place, false));
                    if (place == Place.LABEL) {
                        shots.add(new Shot(size, scheme, place, true));
                    }
                }
            }
        }
    }

    void begin() {
        wiring.begin(dataset);
        whenOpen();
    }

    private void whenOpen() {
        after(OPENING, () -> {
            if (wiring.workbench().dataset().isPresent()) {
                next();
            } else {
                whenOpen();
            }
        });
    }

    private void next() {
        Shot shot = shots.poll();
        if (shot == null) {
            wiring.close();
            done.run();
        } else {
            scene.setRoot(new Group());
            scene = new Scene(wiring.window().root(), shot.size.width, shot.size.height);
            wiring.theme().choose(shot.scheme);
            wiring.window().go(shot.place);
            // Lays the place out at its new size, so that it reads what fits.
            scene.snapshot(null);
            after(SETTLING, () -> use(shot));
        }
    }

    /** Shows each place in use: labelling while a correction is steered, watching while a policy drives, training after a round. */
    private void use(Shot shot) {
        HandOnStick hand = new HandOnStick(scene);
        switch (shot.place) {
            case LABEL -> {
                if (shot.edited) {
                    hand.edit();
                    // The tools take room from the picture.
                    scene.snapshot(null);
                    after(OPENING, () -> {
                        scene.snapshot(null);
                        takeAfterUse(shot, hand::leaveEditing);
                    });
                    return;
                }
                hand.press(".label-screen", KeyCode.R);
                hand.steer(USE);
                after(USE, () -> {
                    take(shot);
                    hand.press(".label-screen", KeyCode.R);
                    after(SETTLING, () -> tryLabels(shot, hand));
                });
            }
            case WATCH -> {
                hand.press(".watch-screen", KeyCode.SPACE);
                takeAfterUse(shot, () -> hand.press(".watch-screen", KeyCode.ESCAPE));
            }
            case TRAIN -> {
                if (!trained) {
                    trained = true;
                    hand.push(".train-start");
                }
                whenTrained(shot);
            }
            case DATA -> {
                take(shot);
                hand.push("#view-repeatability");
                after(SETTLING, () -> repeats(shot, hand));
            }
            case CONTROLLER -> {
                take(shot);
                followTheMark(shot, hand);
            }
        }
    }

    /** How well labels repeat, and where experts disagree the first disagreement side by side. */
    private void repeats(Shot shot, HandOnStick hand) {
        take(shot, "-repeatability");
        hand.push("#side-by-side");
        after(SETTLING, () -> {
            if (scene.lookup("#settle-first") != null) {
                take(shot, "-side-by-side");
                hand.push("#side-back");
            }
            hand.push("#view-rollouts");
            next();
        });
    }

    /** The lag calibration while its mark moves; its minute is not waited for. */
    private void followTheMark(Shot shot, HandOnStick hand) {
        hand.push("#calibrate");
        take(shot, "-calibration");
        hand.push("#calibration-start");
        hand.steer("#pursuit", FOLLOWING);
        after(FOLLOWING, () -> {
            take(shot, "-pursuit");
            hand.press(".controller-screen", KeyCode.ESCAPE);
            hand.push("#calibration-back");
            next();
        });
    }

    /** What was steered just now, tried from where the stroke begins. */
    private void tryLabels(Shot shot, HandOnStick hand) {
        hand.press(".label-screen", KeyCode.T);
        after(USE, () -> {
            take(shot, "-try");
            hand.press(".label-screen", KeyCode.ESCAPE);
            compare(shot, hand);
        });
    }

    /** The stroke as if its hand had been measured: repaired, and raw. */
    private void compare(Shot shot, HandOnStick hand) {
        Dataset shown = wiring.workbench().dataset().orElseThrow();
        String expert = wiring.workbench().expertProperty().get();
        shown.experts().save(new Calibration(0, expert, wiring.workbench().stickNameProperty().get(), 0.25, 0.32, 0.03, 1.3, 0, 0.9,
                Instant.now())).join();
        wiring.workbench().contentsChanged();
        after(USE, () -> {
            take(shot, "-repaired");
            hand.press(".label-screen", KeyCode.C);
            take(shot, "-raw");
            hand.press(".label-screen", KeyCode.C);
            hand.choose("#time-choice", 2);
            after(USE, () -> {
                take(shot, "-time");
                hand.choose("#time-choice", 0);
                next();
            });
        });
    }

    /** Training and counting the new policy's falls take some seconds; the window goes on meanwhile. */
    private void whenTrained(Shot shot) {
        after(SETTLING, () -> {
            if (wiring.isTraining()) {
                whenTrained(shot);
            } else {
                take(shot);
                HandOnStick hand = new HandOnStick(scene);
                hand.push(".show-runs");
                take(shot, "-runs");
                hand.push(".show-versions");
                next();
            }
        });
    }

    private void takeAfterUse(Shot shot, Runnable end) {
        after(USE, () -> {
            take(shot);
            end.run();
            next();
        });
    }

    private void take(Shot shot) {
        take(shot, "");
    }

    /** @param state which of a place's states it is, a part of the file's name */
    private void take(Shot shot, String state) {
        // The first one gives their look to shapes that came since the last; outside a window no pulse does.
        scene.snapshot(null);
        WritableImage picture = scene.snapshot(new WritableImage(shot.size.width, shot.size.height));
        Path file = out.resolve(shot.name(state));
        try {
            javax.imageio.ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The picture " + file + " can't be written.", unwritable);
        }
        System.out.println(file);
    }

    private static void after(Duration pause, Runnable then) {
        PauseTransition transition = new PauseTransition(pause);
        transition.setOnFinished(_ -> then.run());
        transition.play();
    }
}
