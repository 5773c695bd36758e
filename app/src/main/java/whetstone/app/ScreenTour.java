package whetstone.app;

import java.time.Instant;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.replay.Ticker;

/** Shows each place in use: labelling while a correction is steered, watching while a policy drives, training after a round. FX thread. */
final class ScreenTour {
    /** Long enough for a place to read what it shows. */
    static final Duration SETTLING = Duration.seconds(1.5);
    /** What was laid out asks for its pictures: they come a little later. */
    private static final Duration OPENING = Duration.seconds(0.5);
    static final Duration USE = Duration.seconds(2.5);
    private static final Duration RIDE = Duration.seconds(9);
    /** Longer than the mark waits. */
    private static final Duration FOLLOWING = Duration.seconds(4.5);

    /** Long enough for any clip at a quarter of its speed. */
    private static final Duration CLIP = Duration.seconds(15);
    private static final int FURTHER_CLIPS = 4;
    /** Where the learner begins to go wrong. */
    private static final int INTO_CLIP = 21;

    private final Wiring wiring;
    private final Photographs photographs;
    private final LateHand labelling;
    private boolean trained;

    ScreenTour(Wiring wiring, Photographs photographs) {
        this.wiring = wiring;
        this.photographs = photographs;
        this.labelling = new LateHand(() -> wiring.workbench().dataset(), () -> wiring.label().inView(), Ticker.SYSTEM);
    }

    private HandOnStick hand() {
        return photographs.hand();
    }

    private Script go(Place place, Shot shot) {
        return new Script().then(() -> {
            wiring.theme().choose(shot.scheme());
            wiring.window().go(place);
            photographs.show(wiring.window().root(), shot);
        }).after(SETTLING, photographs::layOut).after(OPENING, photographs::layOut);
    }

    /** What a newcomer sees where nothing is there yet. */
    Script empty(Shot shot) {
        Script script = new Script();
        for (Place place : new Place[] {Place.WATCH, Place.LABEL, Place.TRAIN, Place.DATA}) {
            script.then(go(place, shot)).then(() -> photographs.take(place.key() + "-empty"));
        }
        return script;
    }

    Script watch(Shot shot) {
        return go(Place.WATCH, shot).then(() -> photographs.take("watch-before"))
                .then(() -> hand().press(".watch-screen", KeyCode.SPACE))
                .after(USE, () -> photographs.take("watch"))
                .then(() -> hand().press(".watch-screen", KeyCode.ESCAPE));
    }

    /** The newest version and another one beside it, for long enough that one of them may fall. */
    Script compare(Shot shot) {
        return go(Place.WATCH, shot).then(() -> hand().pick("#compare-with", 2))
                .after(OPENING, () -> hand().press(".watch-screen", KeyCode.SPACE))
                .after(RIDE, () -> photographs.take("watch-compare"))
                .then(() -> {
                    hand().press(".watch-screen", KeyCode.ESCAPE);
                    hand().pick("#compare-with", 0);
                });
    }

    /** A stroke, what became of it when tried, the stroke as if its hand had been measured, and a queue for ten minutes. */
    Script label(Shot shot) {
        return go(Place.LABEL, shot).then(() -> photographs.take("label-begin"))
                .then(() -> hand().times(INTO_CLIP, KeyCode.RIGHT)).after(SETTLING, () -> {
                    hand().steer(USE, labelling::steering);
                    hand().press(".label-screen", KeyCode.R);
                }).after(USE, () -> {
                    photographs.take("label");
                    hand().press(".label-screen", KeyCode.R);
                }).after(SETTLING, () -> hand().press(".label-screen", KeyCode.T))
                .after(USE, () -> {
                    photographs.take("label-try");
                    hand().press(".label-screen", KeyCode.ESCAPE);
                    measureTheHand();
                }).after(USE, () -> {
                    photographs.take("label-repaired");
                    hand().press(".label-screen", KeyCode.C);
                    photographs.take("label-raw");
                    hand().press(".label-screen", KeyCode.C);
                    hand().choose("#time-choice", 2);
                }).after(USE, () -> {
                    photographs.take("label-time");
                    hand().choose("#time-choice", 0);
                }).after(SETTLING, () -> { });
    }

    private void measureTheHand() {
        Workbench workbench = wiring.workbench();
        workbench.dataset().orElseThrow().experts().save(new Calibration(0, workbench.expertProperty().get(),
                workbench.stickNameProperty().get(), 0.25, LateHand.LAG_SECONDS, 0.03, LateHand.GAIN, 0, 0.9, Instant.now())).join();
        workbench.contentsChanged();
    }

    /** Labels enough for the round that follows to be worth it. */
    Script correct(Shot shot) {
        Script script = go(Place.LABEL, shot);
        for (int i = 0; i < FURTHER_CLIPS; i++) {
            script.then(() -> hand().press(".label-screen", KeyCode.ENTER)).after(SETTLING, () -> {
                hand().steer(CLIP, labelling::steering);
                hand().press(".label-screen", KeyCode.R);
            }).after(CLIP, () -> { });
        }
        return script;
    }

    Script edit(Shot shot) {
        return go(Place.LABEL, shot).then(() -> {
            hand().edit();
            // The tools take room from the picture.
            photographs.layOut();
        }).after(SETTLING, photographs::layOut).after(USE, () -> {
            photographs.take("label-edit");
            hand().leaveEditing();
        });
    }

    /** Training and counting the new policy's falls take some seconds, once. */
    Script train(Shot shot) {
        return go(Place.TRAIN, shot).then(() -> {
            if (!trained) {
                trained = true;
                hand().push(".train-start");
            }
        }).when(() -> !wiring.isTraining(), () -> { }).after(SETTLING, () -> {
            photographs.take("train");
            hand().push(".show-bought");
        }).after(SETTLING, () -> {
            photographs.take("train-bought");
            hand().push(".show-runs");
            photographs.take("train-runs");
            hand().push(".show-versions");
        });
    }

    Script data(Shot shot) {
        return go(Place.DATA, shot).then(() -> hand().select(".rollout-table", 1)).after(SETTLING, () -> {
            photographs.take("data");
            hand().push("#view-repeatability");
        }).after(SETTLING, () -> {
            photographs.take("data-repeatability");
            hand().push("#side-by-side");
        }).after(SETTLING, this::disagreement).then(() -> {
            hand().push("#view-work");
            photographs.take("data-work");
            hand().push("#view-export");
        }).after(SETTLING, () -> {
            photographs.take("data-export");
            hand().push("#view-rollouts");
        });
    }

    /** Where experts disagree, the first disagreement is in view now. */
    private void disagreement() {
        if (photographs.shows("#settle-first")) {
            photographs.take("data-side-by-side");
            hand().push("#side-back");
        }
    }

    /** The devices, and the lag calibration while its mark moves; its minute is not waited for. */
    Script controller(Shot shot) {
        return go(Place.CONTROLLER, shot).then(() -> {
            photographs.take("controller");
            hand().push("#calibrate");
            photographs.take("controller-calibration");
            hand().push("#calibration-start");
            hand().swing("#pursuit", FOLLOWING);
        }).after(FOLLOWING, () -> {
            photographs.take("controller-pursuit");
            hand().press(".controller-screen", KeyCode.ESCAPE);
            hand().push("#calibration-back");
        });
    }
}
