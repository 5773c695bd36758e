package whetstone.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import whetstone.app.Words;
import whetstone.app.plot.Series;
import whetstone.labelling.Round;
import whetstone.model.learning.TrainingEvent;

class ChartsTest {
    private final Charts charts = new Charts(Words.of("train"));

    @Test
    void aRoundThatWasNotDrivenHasNoPoint() {
        assertThat(charts.rounds(List.of(round(1000, Round.Measured.NOT)))).allMatch(series -> series.points().isEmpty());
    }

    @Test
    void aRoundOfARecordingSaysWhyItHasNoFalls() {
        List<Round> recorded = List.of(round(600, Round.Measured.NOT));
        assertThat(charts.insteadOfRounds(recorded, false)).contains("What rounds bought");
        assertThat(charts.insteadOfRounds(recorded, true)).isEqualTo(charts.insteadOfRounds(List.of(), false));
    }

    @Test
    void aDrivenRoundIsAPointAtItsLabelsWithItsInterval() {
        List<Series> drawn = charts.rounds(List.of(round(1000, new Round.Measured(0.5, 0.2, 0.9, 12))));
        assertThat(drawn.getLast().points()).containsExactly(new Series.Point(1000, 0.5, 0.2, 0.9));
    }

    @Test
    void aLossThatIsNotKnownIsLeftOut() {
        LossCurve curve = LossCurve.EMPTY.with(new TrainingEvent.EpochDone(1, 3, 0.4, Double.NaN, 1));
        assertThat(charts.losses(curve).getLast().points()).isEmpty();
    }

    @Test
    void aSinglePassIsToldInNumbersNotDrawn() {
        LossCurve pass = LossCurve.EMPTY.with(new TrainingEvent.EpochDone(1, 1, 0.0123, 0.0456, 0));
        assertThat(charts.losses(pass)).isEmpty();
        assertThat(charts.insteadOfLosses(pass)).contains("0.0123", "0.0456");
    }

    @Test
    void theFirstOfManyEpochsIsDrawn() {
        LossCurve begun = LossCurve.EMPTY.with(new TrainingEvent.EpochDone(1, 30, 0.4, 0.5, 1));
        assertThat(charts.losses(begun)).allMatch(series -> series.points().size() == 1);
    }

    @Test
    void aNewRunBeginsANewCurve() {
        LossCurve first = LossCurve.EMPTY.with(new TrainingEvent.EpochDone(1, 3, 0.4, 0.5, 1)).with(new TrainingEvent.EpochDone(2, 3, 0.3, 0.4, 1));
        assertThat(first.with(new TrainingEvent.EpochDone(1, 3, 0.9, 0.9, 1)).epochs()).hasSize(1);
    }

    private static Round round(int labels, Round.Measured falls) {
        return new Round(1, 1, OptionalLong.empty(), OptionalLong.of(1), List.of(1L), labels, "{}", 1, OptionalDouble.empty(), falls,
                Round.Measured.NOT, Instant.EPOCH);
    }
}
