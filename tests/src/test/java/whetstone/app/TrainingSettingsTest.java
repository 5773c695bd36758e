package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whetstone.labelling.StrokeRepair;
import whetstone.labelling.Weighting;

class TrainingSettingsTest {
    @Test
    void settingsKeptBeforeLabelsWereWeighedWeighThemByTrust() {
        String before = TrainingSettings.DEFAULT.toJson().replace(",\"weighting\":\"BY_TRUST\"", "");
        assertThat(before).doesNotContain("weighting");
        assertThat(TrainingSettings.fromJson(before)).isEqualTo(TrainingSettings.DEFAULT);
    }

    @Test
    void thatAllLabelsCountTheSameIsKept() {
        String equal = TrainingSettings.DEFAULT.toJson().replace("BY_TRUST", "EQUAL");
        assertThat(TrainingSettings.fromJson(equal).weighting()).isEqualTo(Weighting.EQUAL);
    }

    @Test
    void aRoundTellsTheRepairOfTheLabelsItWasTrainedOn() {
        String kept = TrainingSettings.DEFAULT.ofRound();
        assertThat(kept).contains("\"repair\":" + StrokeRepair.VERSION);
        assertThat(TrainingSettings.fromJson(kept)).isEqualTo(TrainingSettings.DEFAULT);
    }
}
