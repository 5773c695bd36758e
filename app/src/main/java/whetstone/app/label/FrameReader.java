package whetstone.app.label;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import whetstone.app.Mailbox;
import whetstone.app.picture.PictureScaling;
import whetstone.labelling.DatasetException;
import whetstone.model.CameraProfile;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Picture;
import whetstone.model.Rollout;
import whetstone.model.Step;

/** Reads frames and scales their pictures on a reading thread; of several asked for only the newest comes. Ask on the FX thread. */
final class FrameReader {
    private final Mailbox<Wanted> wanted;
    private final Mailbox<Answer> answers;
    private long asked;
    private long shown;

    /**
     * @param frames called on the FX thread, in the order asked
     * @param fault takes the sentence of a frame that can't be read, on the FX thread
     */
    FrameReader(Executor read, Executor fx, Consumer<Frame> frames, Consumer<String> fault) {
        this.answers = new Mailbox<>(fx, answer -> {
            if (answer.number > shown) {
                shown = answer.number;
                answer.frame.ifPresent(frames);
                answer.fault.ifPresent(fault);
            }
        });
        this.wanted = new Mailbox<>(read, wish -> answers.post(answer(wish)));
    }

    private record Wanted(long number, long id, Rollout rollout, int tick, double width, double height, Optional<CameraProfile> profile) {}

    private record Answer(long number, Optional<Frame> frame, Optional<String> fault) {}

    /**
     * @param width of the space for the picture, in pixels
     * @param profile of the front camera where the user moved it since the rollout was opened
     */
    void ask(long id, Rollout rollout, int tick, double width, double height, Optional<CameraProfile> profile) {
        wanted.post(new Wanted(++asked, id, rollout, tick, width, height, profile));
    }

    private static Answer answer(Wanted wish) {
        try {
            Step step = wish.rollout.step(wish.tick);
            EnvironmentSpec recorded = wish.rollout.info().environment();
            EnvironmentSpec environment = wish.profile.map(recorded::withFrontCameraProfile).orElse(recorded);
            Picture picture = step.seen().pictures().get(environment.frontCamera().name());
            if (picture == null) {
                return new Answer(wish.number, Optional.empty(), Optional.of("Tick " + wish.tick + " of rollout " + wish.id
                        + " has no picture of the camera '" + environment.frontCamera().name() + "': reject it, or import it again."));
            }
            PictureSize size = PictureSize.fit(picture.width(), picture.height(), wish.width, wish.height);
            int[] pixels = new int[size.width() * size.height()];
            new PictureScaling().scale(picture, size.width(), size.height(), pixels);
            return new Answer(wish.number, Optional.of(new Frame(wish.id, environment, step, size, pixels)), Optional.empty());
        } catch (DatasetException unreadable) {
            return new Answer(wish.number, Optional.empty(), Optional.of(unreadable.getMessage()));
        }
    }
}
