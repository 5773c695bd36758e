package whetstone.labelling.input.jinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JInput itself, in a process of its own: with a joystick written in Java, and its own native part with a wheel that is not there. */
class JInputSticksTest {
    private static final Path WHEEL_SOURCE = Path.of("src/test/c/virtual_wheel.c");

    @TempDir
    private Path folder;

    @Test
    void everySampleOfAFullQueueArrives() throws IOException, InterruptedException {
        List<String> seen = witness(Map.of(), "-Dnet.java.games.input.plugins=" + VirtualStickPlugin.class.getName());
        assertThat(seen.getFirst()).isEqualTo("stick Virtual Joystick axes 2 buttons 1");
        assertThat(steering(seen)).hasSize(101).endsWith(1.0).startsWith(-1.0).isSorted();
    }

    @Test
    void unpluggedStickIsNoticed() throws IOException, InterruptedException {
        assertThat(witness(Map.of(), "-Dnet.java.games.input.plugins=" + VirtualStickPlugin.class.getName())).contains("unplugged");
    }

    @Test
    void machineWithoutSticksIsQuiet() throws IOException, InterruptedException {
        assumeTrue(!new File("/dev/input").exists(), "this machine has input devices of its own");
        assertThat(witness(Map.of())).containsExactly("none", "rescan 0");
    }

    @Test
    void wheelsSweepArrivesWholeThroughTheNativeLibrary() throws IOException, InterruptedException {
        List<String> seen = witnessOfWheel("wait 300", "axis 0 0", "wait 30", "axis 0 16384", "axis 0 49152", "wait 30", "axis 0 65535",
                "wait 100", "unplug");
        assertThat(seen.getFirst()).isEqualTo("stick Virtual Wheel axes 2 buttons 4");
        assertThat(steering(seen).stream().map(value -> Math.round(value * 100)).toList()).containsExactly(0L, -100L, -50L, 50L, 100L);
    }

    @Test
    void wheelsButtonIsHeldUntilReleased() throws IOException, InterruptedException {
        List<String> seen = witnessOfWheel("wait 300", "button 2 1", "wait 30", "button 2 0", "wait 100", "unplug");
        assertThat(seen.stream().filter(line -> line.startsWith("sample")).map(line -> line.split(" ")[3]).toList())
                .containsExactly("0", "100", "0");
    }

    @Test
    void wheelsEventsKeepTheirOwnTime() throws IOException, InterruptedException {
        List<String> seen = witnessOfWheel("wait 300", "axis 0 0", "wait 40", "axis 0 100", "wait 40", "axis 0 200", "wait 40",
                "axis 0 300", "wait 100", "unplug");
        assertThat(seen.stream().filter(line -> line.startsWith("sample")).mapToLong(line -> Long.parseLong(line.split(" ")[1])))
                .hasSize(5).allSatisfy(age -> assertThat(age).isBetween(0L, 200_000L));
    }

    @Test
    void wheelThatIsPluggedInAgainIsFoundByARescan() throws IOException, InterruptedException {
        assertThat(witnessOfWheel("wait 300", "axis 0 0", "wait 50", "unplug", "wait 20", "plug")).contains("unplugged", "rescan 1");
    }

    private static List<Double> steering(List<String> seen) {
        return seen.stream().filter(line -> line.startsWith("sample")).map(line -> Double.parseDouble(line.split(" ")[2])).toList();
    }

    private List<String> witnessOfWheel(String... script) throws IOException, InterruptedException {
        Path shim = folder.resolve("libvirtual_wheel.so");
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the virtual wheel is a Linux device");
        assumeTrue(compiles(shim), "there is no C compiler here");
        Path told = Files.write(folder.resolve("script"), List.of(script));
        return witness(Map.of("LD_PRELOAD", shim.toString(), "VIRTUAL_WHEEL_SCRIPT", told.toString()));
    }

    private static boolean compiles(Path shim) throws IOException, InterruptedException {
        for (String compiler : List.of("cc", "gcc", "clang")) {
            if (List.of(System.getenv("PATH").split(File.pathSeparator)).stream().anyMatch(place -> new File(place, compiler).canExecute())) {
                Process compiling = new ProcessBuilder(compiler, "-O1", "-Wall", "-fPIC", "-shared", "-o", shim.toString(),
                        WHEEL_SOURCE.toString(), "-ldl", "-lpthread").inheritIO().start();
                assertThat(compiling.waitFor()).as("the virtual wheel compiles").isZero();
                return true;
            }
        }
        return false;
    }

    private List<String> witness(Map<String, String> environment, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.add(StickWitness.class.getName());
        Path output = folder.resolve("witness.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        assertThat(builder.start().waitFor()).isZero();
        return Files.readAllLines(output);
    }
}
