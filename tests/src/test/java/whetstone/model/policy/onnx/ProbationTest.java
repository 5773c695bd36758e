package whetstone.model.policy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import whetstone.model.policy.ForeignMapping.Colours;
import whetstone.model.policy.ForeignMapping.Layout;
import whetstone.model.policy.ForeignMapping.Range;
import whetstone.model.policy.ForeignMapping.Source;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.PolicyDescription;

class ProbationTest {
    private static final PolicyDescription MEANS = ForeignModels.description(Layout.CHANNELS_FIRST, Colours.RGB, Range.BYTES,
            new Source("means", 0, 1, 0));
    private static final ForeignModel HONEST = ForeignModel.of(ForeignModels.channelMeans(Layout.CHANNELS_FIRST, 3));

    @Test
    void anHonestModelPassesWithItsTime() {
        assertThat(Probation.usual().of(HONEST, MEANS, () -> false)).isBetween(0.0, 1000.0);
    }

    @Test
    void aModelThatCannotActIsRefusedInItsOwnWords() {
        PolicyDescription tooFar = ForeignModels.description(Layout.CHANNELS_FIRST, Colours.RGB, Range.BYTES, new Source("means", 9, 1, 0));
        assertThatThrownBy(() -> Probation.usual().of(HONEST, tooFar, () -> false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the imported model's output 'means' has 3 values, but 'steer' is mapped to number 9 (counted from 0)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aModelThatEatsMemoryIsStopped() {
        Graph graph = new Graph("hog");
        // 3 x 2^31 values of four bytes: 26 GB.
        byte[] hog = ForeignModels.means(means -> graph.node("ReduceMax", graph.node("Expand", List.of(
                graph.node("Reshape", List.of(means, graph.longs(3, 1, 1))), graph.longs(3, 1 << 16, 1 << 15))),
                Graph.Attribute.numbers("axes", 1, 2), Graph.Attribute.number("keepdims", 0)), graph);
        assertThatThrownBy(() -> new Probation(Duration.ofSeconds(30), 600).of(ForeignModel.of(hog), MEANS, () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).containsAnyOf("more than 600 MB of memory", "can't act on this picture"));
    }

    @Test
    void aModelThatIsNotDoneInTimeIsStopped() {
        assertThatThrownBy(() -> new Probation(Duration.ofMillis(1), 2_048).of(HONEST, MEANS, () -> false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("was not done with ten pictures");
    }

    @Test
    void itCanBeStopped() {
        assertThatThrownBy(() -> Probation.usual().of(HONEST, MEANS, () -> true)).isInstanceOf(CancellationException.class);
    }
}
