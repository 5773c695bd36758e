package whetstone.labelling.exchange;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Picture;

/** Compares what was exported with what it reads back as, frame by frame: for formats that are read here, too. */
public final class ReadBack {
    private ReadBack() {}

    /** What a format promises to hold of a frame. */
    @FunctionalInterface
    public interface Comparison {
        /** What differs, in a few words ("the steering"); empty where all that the format holds is the same. */
        Optional<String> difference(Frame written, ImportedFrame read);
    }

    /** @throws DatasetException that names the first difference */
    public static void compare(Recordings recordings, ImportSource source, Comparison comparison, Progress progress) {
        List<ImportedRollout> read = source.rollouts();
        if (read.size() != recordings.recordings().size()) {
            throw different("the number of rollouts (" + recordings.recordings().size() + " were written, " + read.size() + " read back)");
        }
        long done = 0;
        for (int index = 0; index < read.size(); index++) {
            Recording written = recordings.recordings().get(index);
            Iterator<ImportedFrame> frames = read.get(index).frames();
            for (int tick = 0; tick < written.length(); tick++) {
                progress.at(done++, recordings.frames());
                String place = "tick " + tick + " of rollout " + written.id();
                if (!frames.hasNext()) {
                    throw different(place + " is missing; it");
                }
                comparison.difference(written.frame(tick), frames.next()).ifPresent(what -> {
                    throw different(what + " of " + place);
                });
            }
            if (frames.hasNext()) {
                throw different("the length of rollout " + written.id());
            }
        }
    }

    private static DatasetException different(String what) {
        return new DatasetException("The export did not read back as it was written: " + what + " differs. Check the disk and try again.");
    }

    /** Whether every picture reads back, each sample within a tolerance of 0 (lossless) to 255. */
    public static boolean samePictures(Frame written, ImportedFrame read, int tolerance) {
        for (Map.Entry<String, Picture> picture : written.step().seen().pictures().entrySet()) {
            Picture back = read.picture(picture.getKey(), picture.getValue().channels());
            if (!same(picture.getValue(), back, tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two pictures are of one size and their samples within a tolerance. */
    public static boolean same(Picture written, Picture read, int tolerance) {
        if (tolerance == 0) {
            return written.equals(read);
        }
        if (written.width() != read.width() || written.height() != read.height() || written.channels() != read.channels()) {
            return false;
        }
        for (int i = 0; i < written.size(); i++) {
            if (Math.abs(written.sample(i) - read.sample(i)) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /** Whether two actions say the same of the dimensions that the first one has, or neither is there. */
    public static boolean same(Optional<Action> written, Optional<Action> read, double tolerance) {
        if (written.isEmpty() || read.isEmpty()) {
            return written.isEmpty() && read.isEmpty();
        }
        List<String> names = read.get().spec().dimensions().stream().map(ActionSpec.Dimension::name).toList();
        return written.get().spec().dimensions().stream().map(ActionSpec.Dimension::name).allMatch(name -> names.contains(name)
                && Math.abs(written.get().get(name) - read.get().get(name)) <= tolerance);
    }

    /** Whether a label reads back: its kind, who gave it, and its action. */
    public static boolean sameLabel(Frame written, ImportedFrame read, double tolerance) {
        Optional<Said> wrote = written.said();
        Optional<Said> back = read.said();
        return Objects.equals(wrote.map(Said::kind), back.map(Said::kind)) && Objects.equals(wrote.map(Said::expert), back.map(Said::expert))
                && same(wrote.flatMap(Said::action), back.flatMap(Said::action), tolerance);
    }
}
