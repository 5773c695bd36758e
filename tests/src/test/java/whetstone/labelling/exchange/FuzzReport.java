package whetstone.labelling.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run of a fuzzer came to, on a line: the memory is the whole process's, as Linux counts it, with Java's heap, code and libraries. */
public final class FuzzReport {
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    private final Set<Path> before = files();
    private final long begin = System.nanoTime();

    /** @param own folder that the fuzzer worked in; what else is new in the folder for temporary files was left there */
    public void print(String reader, FuzzAttempts.Result result, Path own) {
        long left = files().stream().filter(file -> !before.contains(file) && !own.startsWith(file) && !isLibrary(file)).count();
        System.out.printf("%-30s %,8d mutations in %5.0f s: %,7d read, %,7d refused with a sentence, slowest %,5.0f ms, at most %s, %d files left%n",
                reader, result.accepted() + result.refused(), (System.nanoTime() - begin) / 1e9, result.accepted(), result.refused(),
                result.slowestMilliseconds(), memory(), left);
    }

    private Set<Path> files() {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What SQLite unpacks when the first dataset is opened, and deletes when the program ends. */
    private static boolean isLibrary(Path file) {
        return file.getFileName().toString().startsWith("sqlite-");
    }

    private static String memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:")).map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst().orElse("?");
        } catch (IOException noLinux) {
            return (Runtime.getRuntime().maxMemory() >> 20) + " MB of heap";
        }
    }
}
