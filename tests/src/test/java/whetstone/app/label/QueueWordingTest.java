package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import whetstone.app.Words;
import whetstone.labelling.Clip;
import whetstone.labelling.TickRange;

/** Why a clip is in the queue, in words. */
class QueueWordingTest {
    private static final List<Clip.Reason> ALL = List.of(new Clip.Reason.Fall(2.1), new Clip.Reason.DisagreesWithLabel(0.4, 1.2),
            new Clip.Reason.DisagreesWithExpert(0.4), new Clip.Reason.ExpertsDiffer(0.6), new Clip.Reason.SharpTurn(0.5),
            new Clip.Reason.Unsure(0.2), new Clip.Reason.Novel(), new Clip.Reason.Unseen());

    private static QueueEntry worded(Clip.Reason... reasons) {
        Clip clip = new Clip(1, new TickRange(0, 30), 10, List.of(reasons), 0.5);
        return new QueueWording(Words.of("label")).of(List.of(clip)).getFirst();
    }

    @Test
    void theMostImportantReasonComesFirst() {
        assertThat(worded(new Clip.Reason.Fall(2.1), new Clip.Reason.Unsure(0.2)).reasons()).containsExactly("falls in 2.1 s", "unsure, ±0.20");
    }

    @Test
    void everyReasonFitsOnItsCard() {
        assertThat(ALL).allSatisfy(reason -> assertThat(worded(reason).reasons().getFirst()).hasSizeLessThan(21));
    }

    @Test
    void everyReasonIsExplainedInMoreWords() {
        assertThat(ALL).allSatisfy(reason -> assertThat(worded(reason).explained()).hasSizeGreaterThan(worded(reason).reasons().getFirst().length()));
    }
}
