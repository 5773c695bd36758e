package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimelineScaleTest {
    private final TimelineScale scale = new TimelineScale(100, 200, 500);

    @Test
    void pixelsAndTicksGoBackAndForth() {
        assertThat(scale.tick(scale.x(137.25))).isCloseTo(137.25, within(1e-9));
    }

    @Test
    void zoomingKeepsTheTickUnderTheMouse() {
        assertThat(scale.zoomed(0.5, 150, 1000).x(150)).isCloseTo(scale.x(150), within(1e-9));
    }

    @Test
    void zoomingOutShowsNoMoreThanTheRollout() {
        assertThat(scale.zoomed(100, 150, 300)).isEqualTo(new TimelineScale(0, 300, 500));
    }

    @Test
    void aTickOutsideTheViewIsRevealed() {
        assertThat(scale.revealing(250, 1000)).satisfies(moved -> assertThat(250.0).isBetween(moved.from(), moved.to()));
    }

    @Test
    void marksAreAtLeastAsFarApartAsTheirNumbersAreWide() {
        assertThat(scale.markSeconds(30) * 30 * 500 / 100).isGreaterThanOrEqualTo(62);
    }
}
