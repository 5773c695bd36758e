package whetstone.app;

import javafx.application.ColorScheme;
import javafx.util.Duration;
import whetstone.app.study.StudyWindow;

/** Goes through the guided study as far as its first clip. FX thread. */
final class StudyTour {
    /** Longer than the countdown before a clip. */
    private static final Duration COUNTDOWN = Duration.seconds(5);

    private final Wiring wiring;
    private final Photographs photographs;

    StudyTour(Wiring wiring, Photographs photographs) {
        this.wiring = wiring;
        this.photographs = photographs;
    }

    Script of(ColorScheme scheme) {
        StudyWindow study = wiring.study();
        return new Script().then(() -> {
            wiring.theme().choose(scheme);
            photographs.show(StudyStage.root(wiring.theme(), study), new Shot(StudyStage.WIDTH, StudyStage.HEIGHT, scheme));
            photographs.hand().write("#study-code", "P-" + scheme.name());
            photographs.hand().push("#study-agree");
        }).after(ScreenTour.SETTLING, () -> {
            photographs.take("study-consent");
            photographs.hand().push("#study-next");
        }).when(() -> photographs.shows("#pursuit"), () -> {
            photographs.take("study-calibration");
            photographs.hand().push("#study-next");
            photographs.take("study-before-clip");
            photographs.hand().push("#study-next");
            photographs.layOut();
            photographs.hand().swing(COUNTDOWN);
        }).after(COUNTDOWN, () -> {
            photographs.take("study-clip");
            study.close();
        });
    }
}
