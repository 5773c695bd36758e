package whetstone.model.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import whetstone.model.Action;
import whetstone.model.Rollout;
import whetstone.model.Step;

/**
 * Examples over rollouts in memory, which only grow: DAgger's aggregated dataset. The label of a step is what a function says of it,
 * commonly {@link Step#expertAction}; steps without a label are left out. One thread at a time.
 */
public final class RolloutExamples implements Examples {
    private final List<Rollout> rollouts = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Function<Step, Optional<Action>> label;

    public RolloutExamples(Function<Step, Optional<Action>> label) {
        this.label = label;
    }

    public void add(Rollout rollout) {
        for (int tick = 0; tick < rollout.length(); tick++) {
            if (label.apply(rollout.step(tick)).isPresent()) {
                places.add(new Place(rollouts.size(), tick));
            }
        }
        rollouts.add(rollout);
    }

    @Override
    public int size() {
        return places.size();
    }

    @Override
    public Example get(int index) {
        Place place = places.get(index);
        Step step = rollouts.get(place.rollout()).step(place.tick());
        return new Example(step.seen(), label.apply(step).orElseThrow(), 1);
    }

    @Override
    public long rollout(int index) {
        return places.get(index).rollout();
    }

    private record Place(int rollout, int tick) {}
}
