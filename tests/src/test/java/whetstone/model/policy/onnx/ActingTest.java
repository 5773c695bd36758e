package whetstone.model.policy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import whetstone.model.Action;
import whetstone.model.Observation;
import whetstone.model.Step;
import whetstone.model.driving.Decision;
import whetstone.model.driving.Drive;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.RidgePolicy;

class ActingTest {
    private static final PolicyVersion CONVOLUTIONAL = SkywayPolicies.convolutional();

    @Test
    void aNetworkActsThroughOnnxRuntime() {
        try (Policy acting = SkywayPolicies.TRAINERS.policy(CONVOLUTIONAL)) {
            assertThat(acting).isInstanceOf(OnnxPolicy.class);
        }
    }

    @Test
    void ridgeActsInJavaWhichIsFaster() {
        assertThat(SkywayPolicies.TRAINERS.policy(SkywayPolicies.ridge())).isInstanceOf(RidgePolicy.class);
    }

    @Test
    void actingIsWhatDeepLearning4JWouldHaveDone() {
        try (Policy acting = SkywayPolicies.TRAINERS.policy(CONVOLUTIONAL); Policy judge = SkywayPolicies.TRAINERS.judge(CONVOLUTIONAL)) {
            for (Observation seen : SkywayPolicies.frames(1000, 96, 72)) {
                assertThat(acting.act(seen).steer()).isCloseTo(judge.act(seen).steer(), within(1e-5f));
            }
        }
    }

    @Test
    void theSizeOfThePicturesMayChange() {
        try (Policy acting = SkywayPolicies.TRAINERS.policy(CONVOLUTIONAL); Policy judge = SkywayPolicies.TRAINERS.judge(CONVOLUTIONAL)) {
            for (int width : new int[] {80, 40, 97, 80}) {
                Observation seen = SkywayPolicies.noise(1, width, 60, 3).getFirst();
                assertThat(acting.act(seen).steer()).isCloseTo(judge.act(seen).steer(), within(1e-5f));
            }
        }
    }

    @Test
    void aPictureOfTwoChannelsIsRefused() {
        try (Policy acting = SkywayPolicies.TRAINERS.policy(CONVOLUTIONAL)) {
            assertThatThrownBy(() -> acting.act(SkywayPolicies.noise(1, 40, 30, 2).getFirst()))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("neither grey nor colour");
        }
    }

    @Test
    void theSameSeedGivesTheSameDrive() {
        assertThat(drive(400)).isEqualTo(drive(400));
    }

    private static List<Optional<Action>> drive(int ticks) {
        try (Policy acting = SkywayPolicies.TRAINERS.policy(CONVOLUTIONAL)) {
            Drive drive = new Drive(SkywayPolicies.skyway(80, 60), seen -> Decision.byPolicy(acting.act(seen)), 3, false);
            return drive.ticks(ticks).stream().map(Step::executedAction).toList();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aThousandPoliciesThatWereClosedLeaveNothingBehind() throws IOException, InterruptedException {
        int kept = Integer.parseInt(growth("keep"));
        assertThat(Integer.parseInt(growth("close"))).as("kB a policy, of %d while it is open", kept).isLessThan(kept / 4);
    }

    private static String growth(String what) throws IOException, InterruptedException {
        return printed("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch", ActingMemory.class.getName(), what);
    }

    @Test
    void whereOnnxRuntimeCannotLoadTheEngineActsAndSaysSo() throws IOException, InterruptedException {
        String printed = printed("-Donnxruntime.native.path=" + Path.of("nowhere").toAbsolutePath(), ActingWithoutOnnxRuntime.class.getName());

        assertThat(printed.lines().reduce((_, last) -> last).orElse(""))
                .startsWith("acted; The policy acts through the engine that trained it, several times slower, because ONNX Runtime can't: ");
    }

    /** What a program of these arguments prints, in a process of its own. */
    private static String printed(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-classpath",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return printed;
    }
}
