package whetstone.app.label;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Failure;
import whetstone.model.CameraProfile;

/** The picture of the clip in view: which tick, how large, and where the user says that its camera sits. FX thread. */
final class ClipPicture {
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final FrameReader frames;
    private final Executor fx;
    private final Consumer<String> say;
    private Optional<OpenClip> open = Optional.empty();
    private Optional<CameraProfile> camera = Optional.empty();
    private int tickAsked = -1;
    private double width = 640;
    private double height = 480;

    /** @param say takes the sentence of what can't be read or kept, on the FX thread */
    ClipPicture(Executor read, Executor fx, Consumer<String> say) {
        this.fx = fx;
        this.say = say;
        this.frames = new FrameReader(read, fx, this::arrived, say);
    }

    /** The newest frame that was read, soon after it was asked for. */
    ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Another clip comes into view, or none; the frame of the one before stays until the first of the new one is read. */
    void open(Optional<OpenClip> clip) {
        open = clip;
        camera = Optional.empty();
        tickAsked = -1;
        if (clip.isEmpty()) {
            frame.set(Optional.empty());
        }
    }

    void show(int tick) {
        if (tick != tickAsked) {
            tickAsked = tick;
            ask();
        }
    }

    /** How much room there is for the picture, in pixels. */
    void fit(double newWidth, double newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
        ask();
    }

    /** Draws the ribbons with another camera profile, without keeping it. */
    void previewCamera(CameraProfile profile) {
        camera = Optional.of(profile);
        ask();
    }

    void keepCamera(CameraProfile profile) {
        previewCamera(profile);
        open.ifPresent(clip -> clip.dataset().setCameraProfile(clip.id(), profile).exceptionallyAsync(failure -> {
            say.accept(Failure.sentence(failure));
            return null;
        }, fx));
    }

    private void ask() {
        if (tickAsked >= 0) {
            open.ifPresent(clip -> frames.ask(clip.id(), clip.rollout(), tickAsked, width, height, camera));
        }
    }

    private void arrived(Frame read) {
        if (open.filter(clip -> clip.id() == read.rollout()).isPresent()) {
            frame.set(Optional.of(read));
        }
    }
}
