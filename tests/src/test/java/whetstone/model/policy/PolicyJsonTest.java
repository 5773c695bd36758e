package whetstone.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.model.ActionSpec;
import whetstone.model.policy.Network.Convolution;

class PolicyJsonTest {
    private static final PolicyDescription RIDGE = new PolicyDescription(
            new PolicyInput("front", 25, 19, PolicyInput.ColourSpace.LAB), new Network.Ridge(1e-3), ActionSpec.STEER);
    private static final PolicyDescription CNN = new PolicyDescription(
            new PolicyInput("front", 64, 48, PolicyInput.ColourSpace.RGB),
            new Network.Convolutional(List.of(new Convolution(8, 5, 2), new Convolution(16, 3, 2)), List.of(64, 10)),
            ActionSpec.STEER_AND_THROTTLE);

    @Test
    void aRidgeDescriptionComesBackAsItWas() {
        assertThat(PolicyJson.read(PolicyJson.write(RIDGE))).isEqualTo(RIDGE);
    }

    @Test
    void aNetworkDescriptionComesBackAsItWas() {
        assertThat(PolicyJson.read(PolicyJson.write(CNN))).isEqualTo(CNN);
    }

    @Test
    void noClassIsNamedInTheText() {
        assertThat(PolicyJson.write(CNN)).doesNotContain("whetstone", "class");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"ridge\"            | \"java.lang.Runtime\"  | network",
        "\"lambda\":0.001     | \"lambda\":-1          | lambda is -1.0",
        "\"lambda\":0.001     | \"lambda\":1e999       | lambda",
        "\"lambda\":0.001     | \"lambda\":\"0.001\"   | lambda",
        "\"lambda\":0.001     | \"lamda\":0.001        | Missing creator property 'lambda'",
        "\"width\":25         | \"width\":2000000000   | 2000000000",
        "\"width\":25         | \"width\":2.5          | width",
        "\"width\":25         | \"width\":null         | width",
        "\"width\":25,        | ''                     | width",
        "\"width\":25         | \"width\":25,\"width\":9 | width",
        "\"LAB\"              | \"XYZ\"                | colours",
        "\"LAB\"              | 0                      | colours",
        "\"front\"            | \" \"                  | camera",
        "\"low\":-1.0         | \"low\":5              | steer"
    })
    void hostileTextIsRefusedWithASentence(String part, String instead, String said) {
        String hostile = PolicyJson.write(RIDGE).replace(part, instead);
        assertThat(hostile).isNotEqualTo(PolicyJson.write(RIDGE));
        assertThatThrownBy(() -> PolicyJson.read(hostile)).isInstanceOf(PolicyFormatException.class).hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''", "null", "[]", "7", "{", "{}", "not JSON"})
    void textThatIsNoDescriptionIsRefused(String text) {
        assertThatThrownBy(() -> PolicyJson.read(text)).isInstanceOf(PolicyFormatException.class);
    }

    @Test
    void textAfterTheDescriptionIsRefused() {
        assertThatThrownBy(() -> PolicyJson.read(PolicyJson.write(RIDGE) + "{}")).isInstanceOf(PolicyFormatException.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> PolicyJson.read("[".repeat(20_000))).isInstanceOf(PolicyFormatException.class);
    }

    @Test
    void aNetworkLargerThanAnyMachineIsRefused() {
        String hostile = PolicyJson.write(CNN).replace("[64,10]", "[16384,16384,16384]");
        assertThatThrownBy(() -> PolicyJson.read(hostile)).isInstanceOf(PolicyFormatException.class).hasMessageContaining("weights");
    }

    @Test
    void aKernelLargerThanWhatIsLeftOfThePictureIsRefused() {
        String hostile = PolicyJson.write(CNN).replace("\"height\":48", "\"height\":6");
        assertThatThrownBy(() -> PolicyJson.read(hostile)).hasMessageContaining("kernel of 3 does not fit");
    }

    @Test
    void weightsThatDoNotFitAreRefusedWithBothCounts() {
        assertThatThrownBy(() -> new RidgePolicy(RIDGE, new Weights(new float[1425])))
                .hasMessageContaining("1425").hasMessageContaining("1426");
    }

    @Test
    void aNetworksWeightsAreCounted() {
        int convolutions = (3 * 25 + 1) * 8 + (8 * 9 + 1) * 16;
        int values = 14 * 10 * 16;
        assertThat(CNN.weightCount()).isEqualTo(convolutions + (values + 1) * 64 + 65 * 10 + 11 * 2);
    }
}
