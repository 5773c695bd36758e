package whetstone.labelling.exchange.lerobot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.Said;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;

/**
 * What recordings hold that decides what is written of them.
 *
 * @param kinds of actions beside the wanted one that any frame has, by the names of their features
 * @param unlabelled frames of which it is not known what is to be imitated
 * @param saved whether states of the environment were saved
 */
record Survey(Set<String> kinds, int unlabelled, boolean saved) {
    static final String EXECUTED = "executed_action";
    static final String LEARNER = "learner_action";
    static final String EXPERT = "expert_action";
    static final String RAW = "raw_action";

    /** What makes the rows of two rollouts alike. */
    private record Shape(List<CameraSize> cameras, ActionSpec action, List<String> states, double ticksPerSecond) {}

    private record CameraSize(String name, int width, int height, int channels) {}

    static Survey of(Recordings recordings) {
        Set<String> kinds = new HashSet<>();
        int unlabelled = 0;
        boolean saved = false;
        for (Recording recording : recordings.recordings()) {
            for (int tick = 0; tick < recording.length(); tick++) {
                Frame frame = recording.withoutPictures(tick);
                frame.step().executedAction().ifPresent(_ -> kinds.add(EXECUTED));
                frame.step().learnerAction().ifPresent(_ -> kinds.add(LEARNER));
                frame.step().expertAction().ifPresent(_ -> kinds.add(EXPERT));
                frame.said().flatMap(Said::raw).ifPresent(_ -> kinds.add(RAW));
                unlabelled += frame.wanted().isEmpty() ? 1 : 0;
                saved |= frame.step().state().isPresent();
            }
        }
        return new Survey(kinds, unlabelled, saved);
    }

    /** Why these can't be one dataset, in a sentence; empty where they can. */
    static Optional<String> unlike(Recordings recordings) {
        long shapes = recordings.recordings().stream().map(recording -> shape(recording.info().environment())).distinct().count();
        return shapes <= 1 ? Optional.empty() : Optional.of("All episodes of a LeRobot dataset have the same cameras, picture sizes, actions, "
                + "measured values and frames per second; these rollouts have " + shapes + " different ones: export them one by one, or "
                + "choose those of one environment.");
    }

    /** What all rollouts have in common. @throws DatasetException if they do not */
    static EnvironmentSpec common(Recordings recordings) {
        unlike(recordings).ifPresent(why -> {
            throw new DatasetException(why);
        });
        return recordings.recordings().getFirst().info().environment();
    }

    private static Shape shape(EnvironmentSpec environment) {
        return new Shape(environment.cameras().stream().map(Survey::size).toList(), environment.action(), environment.stateNames(),
                environment.ticksPerSecond());
    }

    private static CameraSize size(Camera camera) {
        return new CameraSize(camera.name(), camera.width(), camera.height(), camera.channels());
    }
}
