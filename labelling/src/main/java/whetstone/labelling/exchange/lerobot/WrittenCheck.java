package whetstone.labelling.exchange.lerobot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.ReadBack;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.Said;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.Step;

/** Reads an exported dataset as an import would, and compares all that it holds. */
final class WrittenCheck {
    private static final double TRUST_TOLERANCE = 1e-6;

    private WrittenCheck() {}

    static void check(Recordings recordings, Path folder, Progress progress) {
        try (ImportSource source = LeRobotImport.v30().open(folder, ImportOptions.usual(Clock.systemUTC()))) {
            for (int i = 0; i < recordings.recordings().size() && i < source.rollouts().size(); i++) {
                if (!source.rollouts().get(i).info().equals(LeRobotImport.held(recordings.recordings().get(i).info()))) {
                    throw new DatasetException("The export did not read back as it was written: what is known of rollout "
                            + recordings.recordings().get(i).id() + " differs. Check the disk and try again.");
                }
            }
            ReadBack.compare(recordings, source, WrittenCheck::difference, progress);
        }
    }

    private static Optional<String> difference(Frame frame, ImportedFrame read) {
        Frame written = inColour(frame);
        Step step = written.step();
        Step back = read.step();
        boolean sameSteps = step.seen().state().equals(back.seen().state()) && step.control() == back.control()
                && step.events().equals(back.events()) && ReadBack.same(step.executedAction(), back.executedAction(), 0)
                && ReadBack.same(step.learnerAction(), back.learnerAction(), 0) && ReadBack.same(step.expertAction(), back.expertAction(), 0);
        if (!sameSteps) {
            return Optional.of("what was seen or done");
        }
        boolean sameLabels = ReadBack.sameLabel(written, read, 0) && sameOrigin(written.said(), read.said());
        return !sameLabels ? Optional.of("the label")
                : ReadBack.samePictures(written, read, 0) ? Optional.empty() : Optional.of("the picture");
    }

    private static boolean sameOrigin(Optional<Said> written, Optional<Said> read) {
        return ReadBack.same(written.flatMap(Said::raw), read.flatMap(Said::raw), 0)
                && written.map(Said::repair).equals(read.map(Said::repair))
                && Math.abs(written.map(Said::trust).orElse(1.0) - read.map(Said::trust).orElse(1.0)) <= TRUST_TOLERANCE;
    }

    private static Frame inColour(Frame frame) {
        Map<String, Picture> pictures = new HashMap<>();
        frame.step().seen().pictures().forEach((camera, picture) -> pictures.put(camera, PictureFiles.inColour(picture)));
        Step step = frame.step();
        return new Frame(new Step(step.tick(), new Observation(pictures, step.seen().state()), step.learnerAction(), step.executedAction(),
                step.control(), step.expertAction(), step.events(), step.state()), frame.said());
    }
}
