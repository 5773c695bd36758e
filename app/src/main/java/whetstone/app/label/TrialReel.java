package whetstone.app.label;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import whetstone.app.Failure;
import whetstone.model.Picture;

/**
 * Draws the moments of a trial in the background, one at a time, so that its environment is never used by two threads; of several asked
 * for only the newest comes. FX thread.
 */
final class TrialReel {
    private final Executor background;
    private final Executor fx;
    private final Consumer<Picture> pictures;
    private final Consumer<String> fault;
    private Optional<Moment> wanted = Optional.empty();
    private boolean drawing;

    TrialReel(Executor background, Executor fx, Consumer<Picture> pictures, Consumer<String> fault) {
        this.background = background;
        this.fx = fx;
        this.pictures = pictures;
        this.fault = fault;
    }

    private record Moment(Tried tried, int number) {}

    void ask(Tried tried, int moment) {
        wanted = Optional.of(new Moment(tried, moment));
        if (!drawing) {
            draw(wanted.get());
        }
    }

    /** Nothing is wanted any more; a picture that is being drawn is dropped. */
    void clear() {
        wanted = Optional.empty();
    }

    private void draw(Moment moment) {
        drawing = true;
        CompletableFuture.supplyAsync(() -> moment.tried.picture(moment.number), background)
                .whenCompleteAsync((picture, failure) -> drawn(moment, picture, Optional.ofNullable(failure)), fx);
    }

    private void drawn(Moment moment, Picture picture, Optional<Throwable> failure) {
        drawing = false;
        if (failure.isPresent()) {
            fault.accept(Failure.sentence(failure.get()));
            wanted = Optional.empty();
        }
        wanted.filter(newest -> newest.tried == moment.tried).ifPresent(_ -> pictures.accept(picture));
        wanted.filter(newest -> !newest.equals(moment)).ifPresent(this::draw);
    }
}
