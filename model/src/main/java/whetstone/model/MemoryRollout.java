package whetstone.model;

import java.util.List;

/** A rollout held in memory, as the headless loop and the tests use it; immutable. */
public record MemoryRollout(RolloutInfo info, List<Step> steps) implements Rollout {
    public MemoryRollout {
        steps = List.copyOf(steps);
        for (int tick = 0; tick < steps.size(); tick++) {
            if (steps.get(tick).tick() != tick) {
                throw new IllegalArgumentException("step " + tick + " says it is tick " + steps.get(tick).tick());
            }
        }
    }

    @Override
    public int length() {
        return steps.size();
    }

    @Override
    public Step step(int tick) {
        return steps.get(tick);
    }
}
