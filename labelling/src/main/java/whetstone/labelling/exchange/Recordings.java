package whetstone.labelling.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import whetstone.labelling.Dataset;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Sitting;
import whetstone.labelling.trust.Trust;
import whetstone.labelling.trust.TrustEvidence;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.Rollout;
import whetstone.model.policy.PolicyVersion;

/**
 * What is exported: rollouts of one dataset with their labels in force at this moment, in the order asked for. Pictures are read from
 * the file when a frame is asked for; labels are in memory.
 *
 * @param sittings the dataset's work log
 */
public record Recordings(List<Recording> recordings, List<Sitting> sittings) {
    /** One rollout in five is for validation, drawn once and for ever by the rollouts' ids. */
    private static final double VALIDATION = 0.2;

    public Recordings {
        recordings = List.copyOf(recordings);
        sittings = List.copyOf(sittings);
    }

    /** Reads the labels; not for the FX thread. @throws whetstone.labelling.DatasetException where a rollout is not there */
    public static Recordings of(Dataset dataset, Collection<Long> rollouts) {
        Map<Long, String> policies = dataset.policies().stream().collect(Collectors.toMap(PolicyVersion::id, PolicyVersion::name));
        Set<Long> validation = validation(rollouts);
        TrustEvidence evidence = TrustEvidence.of(dataset);
        List<Recording> recordings = new ArrayList<>();
        for (long id : rollouts) {
            Rollout rollout = dataset.rollout(id);
            LabelTrack track = dataset.track(id);
            var policy = rollout.info().policyId().stream().mapToObj(policies::get).filter(java.util.Objects::nonNull).findFirst();
            recordings.add(new Recording(id, rollout, policy,
                    validation.contains(id) ? Recording.Split.VALIDATION : Recording.Split.TRAINING, track,
                    Trust.of(id, track, rollout.info().environment().ticksPerSecond(), evidence),
                    tick -> dataset.originals(id, tick)));
        }
        return new Recordings(recordings, dataset.experts().sittings());
    }

    private static Set<Long> validation(Collection<Long> rollouts) {
        List<Long> drawn = new ArrayList<>(rollouts.stream().sorted().toList());
        Collections.shuffle(drawn, new Random(1));
        return new HashSet<>(drawn.subList(0, (int) Math.min(Math.round(VALIDATION * drawn.size()), Math.max(0, drawn.size() - 1))));
    }

    /** Number of frames of all of them. */
    public int frames() {
        return recordings.stream().mapToInt(Recording::length).sum();
    }

    /** Number of frames of which it is known what is to be imitated there. */
    public int labelled() {
        int labelled = 0;
        for (Recording recording : recordings) {
            for (int tick = 0; tick < recording.length(); tick++) {
                labelled += recording.withoutPictures(tick).wanted().isPresent() ? 1 : 0;
            }
        }
        return labelled;
    }

    /** Whether any of them holds states to drive on from, which no foreign format has a place for: the sentence for it. */
    public Optional<String> savedStatesAreLeftOut() {
        return recordings.stream().anyMatch(recording -> recording.length() > 0 && recording.withoutPictures(0).step().state().isPresent())
                ? Optional.of("Saved states, from which an environment can be driven on, are left out.") : Optional.empty();
    }

    /** Names of the cameras that any of them has, in their order. */
    public List<String> cameras() {
        return names(recording -> recording.info().environment().cameras().stream().map(Camera::name).toList());
    }

    /** Names of the action's dimensions that any of them has, in their order. */
    public List<String> dimensions() {
        return names(recording -> recording.info().environment().action().dimensions().stream().map(ActionSpec.Dimension::name).toList());
    }

    /** Names of the state's values that any of them has, in their order. */
    public List<String> stateNames() {
        return names(recording -> recording.info().environment().stateNames());
    }

    private List<String> names(Function<Recording, List<String>> of) {
        return recordings.stream().flatMap(recording -> of.apply(recording).stream()).distinct().toList();
    }
}
