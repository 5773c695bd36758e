package whetstone.model.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HeldOutSplitTest {
    @Property(tries = 100)
    void framesOfOneRolloutStayOnOneSide(@ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 9) Integer> rollouts,
                                         @ForAll @DoubleRange(min = 0, max = 0.5) double share, @ForAll long seed) {
        HeldOutSplit split = HeldOutSplit.byRollout(examples(rollouts), share, seed);
        assertThat(split.training()).isNotEmpty();
        assertThat(Collections.disjoint(rollouts(split.training(), rollouts), rollouts(split.heldOut(), rollouts))).isTrue();
        assertThat(split.training().length + split.heldOut().length).isEqualTo(rollouts.size());
    }

    @Test
    void aFifthOfTenRolloutsIsTwo() {
        List<Integer> rollouts = IntStream.range(0, 100).mapToObj(frame -> frame / 10).toList();
        assertThat(HeldOutSplit.byRollout(examples(rollouts), 0.2, 3).heldOut()).hasSize(20);
    }

    @Test
    void theOnlyRolloutIsTrainedOn() {
        assertThat(HeldOutSplit.byRollout(examples(List.of(4, 4, 4)), 0.5, 1).heldOut()).isEmpty();
    }

    @Test
    void theSameSeedHoldsOutTheSameRollouts() {
        List<Integer> rollouts = IntStream.range(0, 50).mapToObj(frame -> frame / 5).toList();
        assertThat(HeldOutSplit.byRollout(examples(rollouts), 0.3, 8).heldOut())
                .isEqualTo(HeldOutSplit.byRollout(examples(rollouts), 0.3, 8).heldOut());
    }

    private static Set<Integer> rollouts(int[] indices, List<Integer> rollouts) {
        return Arrays.stream(indices).mapToObj(rollouts::get).collect(Collectors.toSet());
    }

    private static Examples examples(List<Integer> rollouts) {
        return new Examples() {
            @Override
            public int size() {
                return rollouts.size();
            }

            @Override
            public Example get(int index) {
                throw new AssertionError("a split looks at no picture");
            }

            @Override
            public long rollout(int index) {
                return rollouts.get(index);
            }
        };
    }
}
