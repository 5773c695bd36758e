package whetstone.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;

/** Opens the real window on a dataset and takes a picture of every place, theme and size, one after the other. FX thread. */
final class Screenshots {
    private static final List<Shot> SHOTS = List.of(
            new Shot(1280, 720, ColorScheme.DARK), new Shot(1280, 720, ColorScheme.LIGHT),
            new Shot(1920, 1080, ColorScheme.DARK), new Shot(1920, 1080, ColorScheme.LIGHT));

    private final Wiring wiring;
    private final Optional<Path> dataset;
    private final Photographs photographs;
    private final Runnable done;

    /** @param dataset it is labelled and trained on: not one that matters */
    Screenshots(Path folder, Optional<Path> dataset, Path out, Runnable done) {
        this.wiring = new Wiring(folder);
        this.dataset = dataset;
        this.photographs = new Photographs(out);
        this.done = done;
    }

    void begin() {
        ScreenTour tour = new ScreenTour(wiring, photographs);
        Script script = new Script();
        SHOTS.stream().limit(1).forEach(shot -> script.then(tour.empty(shot)));
        script.then(() -> wiring.begin(dataset)).when(() -> wiring.workbench().dataset().isPresent(), () -> { });
        for (Shot shot : SHOTS) {
            script.then(tour.watch(shot)).then(tour.label(shot)).then(tour.edit(shot));
            if (shot == SHOTS.getFirst()) {
                script.then(tour.correct(shot));
            }
            script.then(tour.train(shot)).then(tour.compare(shot)).then(tour.data(shot)).then(tour.controller(shot));
        }
        StudyTour study = new StudyTour(wiring, photographs);
        script.then(study.of(ColorScheme.DARK)).then(study.of(ColorScheme.LIGHT));
        script.then(() -> {
            wiring.close();
            done.run();
        }).play();
    }
}
