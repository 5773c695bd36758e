package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import whetstone.labelling.TickRange;

/** What a queue keeps of its promise. */
class QueueOrderTest {
    private static final QueueEntry FIRST = entry(0);
    private static final QueueEntry SECOND = entry(30);
    private static final QueueEntry THIRD = entry(60);

    private static QueueEntry entry(int from) {
        return new QueueEntry(1, new TickRange(from, from + 30), 10, List.of("falls in 3.0 s"), "the vehicle falls", true, 1);
    }

    @Test
    void clipsKeepTheirPlacesHoweverTheyAreRankedNow() {
        assertThat(QueueOrder.kept(List.of(FIRST, SECOND), List.of(SECOND, FIRST), _ -> false, false)).containsExactly(FIRST, SECOND);
    }

    @Test
    void aPromisedClipStaysUntilItIsLabelledThoughItIsNoLongerRanked() {
        assertThat(QueueOrder.kept(List.of(FIRST, SECOND), List.of(FIRST), SECOND::equals, false)).containsExactly(FIRST, SECOND);
    }

    @Test
    void aLabelledClipLeaves() {
        assertThat(QueueOrder.kept(List.of(FIRST, SECOND), List.of(SECOND), _ -> false, false)).containsExactly(SECOND);
    }

    @Test
    void withoutALimitNewClipsComeToTheEnd() {
        assertThat(QueueOrder.kept(List.of(FIRST), List.of(THIRD, FIRST), _ -> false, true)).containsExactly(FIRST, THIRD);
    }
}
