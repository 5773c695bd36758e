package whetstone.labelling.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.model.Action;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Rollout;
import whetstone.model.Step;
import whetstone.model.environment.GroundPose;

/**
 * Who is to steer in a trial, and for how long: first the labels, one tick after the other as they lie on the recording; then the policy.
 *
 * @param labelled what the labels want from the first tick on; may be empty
 * @param ticks how many ticks are tried at most, at least those that are labelled
 */
public record TrialPlan(List<Wanted> labelled, int ticks) {
    /** How long the policy goes on after the labels. */
    private static final double SECONDS_AFTER = 3;
    private static final double SECONDS_OF_POLICY = 5;
    private static final double MOST_SECONDS = 10;

    public TrialPlan {
        labelled = List.copyOf(labelled);
        if (ticks < Math.max(1, labelled.size())) {
            throw new IllegalArgumentException("a trial of " + ticks + " ticks can't hold " + labelled.size() + " labelled ones");
        }
    }

    /** The policy alone, for 5 s. */
    public static TrialPlan ofPolicy(double ticksPerSecond) {
        return new TrialPlan(List.of(), ticks(SECONDS_OF_POLICY, ticksPerSecond));
    }

    /**
     * Labels while they last, from a tick on: until the first tick without one, until the recording itself falls (what was labelled
     * behind that belongs to a vehicle that was put back), and at most 10 s. A policy goes on for 3 s more, within the 10 s.
     *
     * @param policyAfter whether there is a policy; without one the trial ends with the labels
     * @return empty where the tick has no action labelled
     */
    public static Optional<TrialPlan> ofLabels(Rollout rollout, LabelTrack track, int tick, boolean policyAfter) {
        double ticksPerSecond = rollout.info().environment().ticksPerSecond();
        int most = ticks(MOST_SECONDS, ticksPerSecond);
        List<Wanted> wanted = wanted(rollout, track, tick, Math.min(most, rollout.length() - tick));
        int after = policyAfter ? ticks(SECONDS_AFTER, ticksPerSecond) : 0;
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new TrialPlan(wanted, Math.min(most, wanted.size() + after)));
    }

    private static List<Wanted> wanted(Rollout rollout, LabelTrack track, int first, int most) {
        List<Wanted> all = new ArrayList<>();
        GroundPose recorded = GroundPose.START;
        boolean fell = false;
        for (int tick = first; tick < first + most && !fell; tick++) {
            Step step = rollout.withoutPictures(tick);
            Optional<Action> action = action(track, tick, step);
            if (action.isEmpty()) {
                break;
            }
            all.add(new Wanted(action.get(), recorded));
            recorded = next(recorded, rollout.info().environment(), step);
            fell = step.events().contains(Event.FALL);
        }
        return all;
    }

    /** What was executed moved the recording's vehicle on; where that is not known, it held its wheels. */
    private static GroundPose next(GroundPose pose, EnvironmentSpec environment, Step step) {
        double steering = environment.state(step.seen(), EnvironmentSpec.STEERING_ANGLE, 0);
        double held = Math.clamp(steering / environment.vehicle().maximumSteeringDegrees(), -1, 1);
        return pose.after(environment.vehicle(), environment.state(step.seen(), EnvironmentSpec.SPEED, environment.vehicle().nominalSpeed()),
                steering, step.executedAction().map(action -> (double) action.steer()).orElse(held), 1 / environment.ticksPerSecond());
    }

    private static Optional<Action> action(LabelTrack track, int tick, Step step) {
        return track.label(tick).flatMap(label -> switch (label) {
            case Label.Correction _ -> track.correction(tick);
            case Label.Approval _ -> step.learnerAction();
            case Label.Rejection _ -> Optional.empty();
        });
    }

    private static int ticks(double seconds, double ticksPerSecond) {
        return Math.max(1, (int) Math.round(seconds * ticksPerSecond));
    }
}
