package whetstone.model.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorTest {
    @Test
    void anA100IsUsed() {
        assertThat(choose(true, "NVIDIA A100-SXM4-80GB, 8.0\n")).isEqualTo(new Processor.Gpu("NVIDIA A100-SXM4-80GB", "8.0"));
    }

    @Test
    void anH200IsTooNewAndOneSentenceSaysSo() {
        assertThat(choose(true, "NVIDIA H200, 9.0\n").sentence()).isEqualTo("CPU, 2 cores. The GPU NVIDIA H200 has compute capability 9.0, "
                + "and DeepLearning4J's CUDA build serves 3.7 to 8.x only, so networks train on the CPU.");
    }

    @ParameterizedTest
    @CsvSource({"3.5, false", "3.7, true", "5.2, true", "7.5, true", "8.6, true", "8.9, true", "9.0, false", "10.0, false", "12.0, false"})
    void computeCapabilityDecides(String capability, boolean used) {
        assertThat(choose(true, "NVIDIA GPU, " + capability) instanceof Processor.Gpu).isEqualTo(used);
    }

    @Test
    void withoutAGpuTheCpuComputes() {
        assertThat(Processor.choose(true, Optional.empty(), 2).sentence())
                .isEqualTo("CPU, 2 cores. No NVIDIA GPU was found, so networks train on the CPU.");
    }

    @Test
    void aUsableGpuIsPointedOutToACpuBuild() {
        assertThat(choose(false, "NVIDIA GeForce RTX 3060, 8.6").sentence()).contains("NVIDIA GeForce RTX 3060", "-Pcuda");
    }

    @Test
    void oneGpuThatIsNotServedSendsTheMachineToTheCpu() {
        assertThat(choose(true, "NVIDIA A100-SXM4-80GB, 8.0\nNVIDIA H200, 9.0\n")).isInstanceOf(Processor.Cpu.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No devices were found\n", "NVIDIA A100, [N/A]\n", "<script>, 8.0", "NVIDIA A100, 8.0, 9.0", ", 8.0", "\u0000\u0000"})
    void aReportThatDoesNotReadAsAGpuCountsAsNone(String report) {
        assertThat(choose(true, report).sentence()).contains("No NVIDIA GPU was found");
    }

    @Test
    void aCpuBuildWithoutAGpuHasNothingToExplain() {
        assertThat(Processor.choose(false, Optional.empty(), 4).sentence()).isEqualTo("CPU, 4 cores.");
    }

    @Test
    void aMissingProgramReportsNothing() {
        assertThat(new NvidiaSmi(List.of("no-such-program-as-this")).report()).isEmpty();
    }

    @Test
    void aFailingProgramReportsNothing() {
        assertThat(new NvidiaSmi(List.of("java", "--no-such-option")).report()).isEmpty();
    }

    @Test
    void theEngineSaysWhatItComputesOn() {
        assertThat(Engine.load().sentence()).isNotBlank();
    }

    private static Processor choose(boolean cudaBuilt, String report) {
        return Processor.choose(cudaBuilt, Optional.of(report), 2);
    }
}
