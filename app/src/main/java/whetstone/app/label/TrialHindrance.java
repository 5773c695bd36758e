package whetstone.app.label;

import java.util.Optional;
import whetstone.app.Words;
import whetstone.model.EnvironmentState;
import whetstone.model.Rollout;
import whetstone.model.environment.Environment;
import whetstone.model.world.Worlds;

/** Why a recording can't be driven on from its states, where it can't. Reads; not on the FX thread. */
final class TrialHindrance {
    private TrialHindrance() {}

    /** The sentence for the user; empty where it can be tried. */
    static Optional<String> of(OpenClip clip, Worlds worlds, Words words) {
        String name = clip.rollout().info().environment().name();
        try {
            if (!worlds.restores(clip.rollout().info().environment())) {
                return Optional.of(words.get("try.not.environment", name));
            }
        } catch (IllegalArgumentException unknown) {
            return Optional.of(words.get("try.not.variant", unknown.getMessage()));
        }
        return clip.rollout().withoutPictures(clip.clip().from()).state().isPresent() ? Optional.empty()
                : Optional.of(words.get("try.not.states", name));
    }

    /** The environment in which a recording was made, anew. @throws IllegalArgumentException if it can't be made here */
    static Environment environment(Rollout rollout, Worlds worlds) {
        return worlds.restoring(rollout.info().environment()).orElseThrow(() ->
                new IllegalArgumentException("'" + rollout.info().environment().name() + "' can't go back to a recorded state."));
    }

    /** @throws IllegalArgumentException if the tick was recorded without its state */
    static EnvironmentState state(Rollout rollout, int tick) {
        return rollout.withoutPictures(tick).state().orElseThrow(() ->
                new IllegalArgumentException("Tick " + tick + " was recorded without the environment's state: it can't be driven on from."));
    }
}
