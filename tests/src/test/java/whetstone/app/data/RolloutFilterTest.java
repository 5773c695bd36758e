package whetstone.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import whetstone.app.SkywayDataset;
import whetstone.labelling.RolloutSummary;
import whetstone.model.RolloutInfo;

class RolloutFilterTest {
    @Test
    void everyWordMustOccurSomewhere() {
        assertThat(RolloutFilter.ALL.withText("alpha EXPERT")).accepts(row(2, 0, false)).rejects(other());
    }

    @Test
    void aRoundLeavesOutTheOthers() {
        assertThat(RolloutFilter.ALL.withRound(OptionalInt.of(2))).accepts(row(2, 0, false)).rejects(row(3, 0, false));
    }

    @Test
    void onlyLabelledLeavesOutTheUnlabelled() {
        assertThat(RolloutFilter.ALL.withOnlyLabelled(true)).accepts(row(1, 5, false)).rejects(row(1, 0, false));
    }

    @Test
    void deletedRolloutsAreSeenOnlyAmongThemselves() {
        assertThat(RolloutFilter.ALL.withDeleted(true)).accepts(row(1, 0, true)).rejects(row(1, 0, false));
    }

    private static RolloutRow row(int round, int labelled, boolean deleted) {
        return new RolloutRow(new RolloutSummary(14, info("skyway alpha", round), 100, 2, labelled, 0, deleted, true), "program expert");
    }

    private static RolloutRow other() {
        return new RolloutRow(new RolloutSummary(15, info("skyway delta", 2), 100, 2, 0, 0, false, true), "v3");
    }

    private static RolloutInfo info(String source, int round) {
        return new RolloutInfo(SkywayDataset.skyway("alpha").spec(), source, OptionalLong.empty(), round, 1, Instant.EPOCH, Optional.empty());
    }
}
