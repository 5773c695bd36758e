package whetstone.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.TickRange;
import whetstone.labelling.study.PeopleStudy;

/**
 * One person's session: the file it lies in and what is done in which order.
 *
 * @param person 1 for the first of this folder; by it the order of the conditions is balanced
 * @param rollouts by arm
 */
record StudySession(String code, int person, Dataset dataset, PeopleStudy study, List<Long> rollouts) {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");
    private static final String BEGIN = "study-";
    private static final String END = ".whetstone";

    /** One thing that is done in a session. */
    sealed interface Step {
        record Calibrate() implements Step {}

        /** What comes now is said. */
        record Begin(PeopleStudy.Arm arm, boolean first) implements Step {}

        /** @param number from 1 */
        record Clip(PeopleStudy.Arm arm, long rollout, TickRange range, int number, int of) implements Step {}

        record End() implements Step {}
    }

    /**
     * Makes the file of a new session and records the drive into it; takes some seconds.
     *
     * @param creating makes a dataset file
     * @throws DatasetException with a sentence if the code can't be used or the file can't be made
     */
    static StudySession begin(Path folder, String code, PeopleStudy study, Function<Path, Dataset> creating) {
        if (!CODE.matcher(code).matches()) {
            throw new DatasetException("'" + code + "' is no code: choose 1 to 40 letters, digits, '-' or '_'.");
        }
        Path file = folder.resolve(BEGIN + code + END);
        if (Files.exists(file)) {
            throw new DatasetException("The code '" + code + "' was used already: choose another one.");
        }
        try {
            Files.createDirectories(folder);
            Dataset dataset = creating.apply(file);
            return new StudySession(code, sessions(folder), dataset, study, study.prepare(dataset, java.time.InstantSource.system()));
        } catch (IOException unwritable) {
            throw new DatasetException("No session can be made in " + folder + " (" + unwritable.getMessage() + "): make room there.", unwritable);
        }
    }

    private static int sessions(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(BEGIN) && name.endsWith(END)).count();
        }
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(List.of(new Step.Calibrate()));
        for (PeopleStudy.Arm arm : PeopleStudy.order(person)) {
            steps.add(new Step.Begin(arm, steps.size() == 1));
            List<TickRange> clips = study.clips();
            for (int i = 0; i < clips.size(); i++) {
                steps.add(new Step.Clip(arm, rollouts.get(arm.ordinal()), clips.get(i), i + 1, clips.size()));
            }
        }
        steps.add(new Step.End());
        return steps;
    }

    /** Every labelled frame. Reads and drives; for a reading thread. */
    List<PeopleStudy.Row> rows() {
        List<PeopleStudy.Row> rows = new ArrayList<>();
        for (PeopleStudy.Arm arm : PeopleStudy.Arm.values()) {
            rows.addAll(PeopleStudy.rows(dataset, arm, rollouts.get(arm.ordinal())));
        }
        return rows;
    }
}
