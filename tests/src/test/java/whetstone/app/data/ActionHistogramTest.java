package whetstone.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActionHistogramTest {
    @Test
    void straightAheadIsTheMiddleBin() {
        assertThat(ActionHistogram.bin(0)).isEqualTo(ActionHistogram.BINS / 2);
    }

    @Test
    void fullRightIsTheLastBin() {
        assertThat(ActionHistogram.bin(1)).isEqualTo(ActionHistogram.BINS - 1);
    }

    @Test
    void fewLabelsAreComparedWithManyFramesByShare() {
        ActionHistogram.Counter counter = new ActionHistogram.Counter();
        for (int frame = 0; frame < 10; frame++) {
            counter.learner(frame < 5 ? -1 : 1);
        }
        counter.label(1);
        assertThat(counter.histogram().labelShare(ActionHistogram.BINS - 1)).isEqualTo(2 * counter.histogram().learnerShare(0));
    }
}
