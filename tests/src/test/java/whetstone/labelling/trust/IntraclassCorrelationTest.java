package whetstone.labelling.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Against the worked example of Shrout and Fleiss 1979, table 2: six targets, four judges; results as in their table 4. */
class IntraclassCorrelationTest {
    private static final double[][] SHROUT_FLEISS = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};

    @Test
    void consistencyOfThePublishedExample() {
        assertThat(IntraclassCorrelation.consistency(SHROUT_FLEISS, 6).estimate()).isCloseTo(0.71, within(0.005));
    }

    @Test
    void agreementOfThePublishedExample() {
        assertThat(IntraclassCorrelation.agreement(SHROUT_FLEISS, 6).estimate()).isCloseTo(0.29, within(0.005));
    }

    /** The interval that the R packages psych and irr give for this table: 0.342 to 0.946. */
    @Test
    void consistencysIntervalOfThePublishedExample() {
        IntraclassCorrelation icc = IntraclassCorrelation.consistency(SHROUT_FLEISS, 6);
        assertThat(icc.low()).isCloseTo(0.342, within(0.001));
        assertThat(icc.high()).isCloseTo(0.946, within(0.001));
    }

    /** The interval that the R packages psych and irr give for this table: 0.019 to 0.761. */
    @Test
    void agreementsIntervalOfThePublishedExample() {
        IntraclassCorrelation icc = IntraclassCorrelation.agreement(SHROUT_FLEISS, 6);
        assertThat(icc.low()).isCloseTo(0.019, within(0.001));
        assertThat(icc.high()).isCloseTo(0.761, within(0.001));
    }

    @Test
    void ratingsThatRepeatExactlyCorrelateFully() {
        double[][] same = {{0.1, 0.1}, {-0.4, -0.4}, {0.7, 0.7}};
        assertThat(IntraclassCorrelation.agreement(same, 3).estimate()).isEqualTo(1);
        assertThat(IntraclassCorrelation.consistency(same, 3).low()).isEqualTo(1);
    }

    @Test
    void fewerIndependentSubjectsWidenTheInterval() {
        double all = IntraclassCorrelation.consistency(SHROUT_FLEISS, 6).low();
        assertThat(IntraclassCorrelation.consistency(SHROUT_FLEISS, 3).low()).isLessThan(all);
    }

    @Test
    void ratingsThatAreAllEqualHaveNone() {
        assertThatThrownBy(() -> IntraclassCorrelation.consistency(new double[][] {{1, 1}, {1, 1}}, 2)).hasMessageContaining("equal");
    }

    @Property
    void aConstantDifferenceLowersAgreementAlone(@ForAll @DoubleRange(min = 0.1, max = 5) double shift) {
        double[][] shifted = noisyPairs(40, 0.05, shift);
        double[][] plain = noisyPairs(40, 0.05, 0);
        assertThat(IntraclassCorrelation.consistency(shifted, 40).estimate())
                .isCloseTo(IntraclassCorrelation.consistency(plain, 40).estimate(), within(1e-9));
        assertThat(IntraclassCorrelation.agreement(shifted, 40).estimate())
                .isLessThan(IntraclassCorrelation.agreement(plain, 40).estimate());
    }

    /** Signal variance 1/12 * 4 = 1/3, error variance sd^2 each: the correlation is their share. */
    @Test
    void theIntervalHoldsTheTrueValueOfAKnownProcess() {
        double truth = (1 / 3.0) / (1 / 3.0 + 0.04);
        IntraclassCorrelation icc = IntraclassCorrelation.consistency(noisyPairs(200, 0.2, 0), 200);
        assertThat(truth).isBetween(icc.low(), icc.high());
    }

    private static double[][] noisyPairs(int subjects, double sd, double shift) {
        Random random = new Random(5);
        double[][] ratings = new double[subjects][];
        for (int i = 0; i < subjects; i++) {
            double truth = random.nextDouble() * 2 - 1;
            ratings[i] = new double[] {truth + sd * random.nextGaussian(), truth + sd * random.nextGaussian() + shift};
        }
        return ratings;
    }
}
