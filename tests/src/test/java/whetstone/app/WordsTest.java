package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words on the screens and the sources that say them, held together by their keys. */
class WordsTest {
    private static final Path SOURCES = Path.of("../app/src/main/java/whetstone/app");
    private static final Path MESSAGES = Path.of("../resources/whetstone/messages");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** The first argument of a call that gets words, where it is one literal. */
    private static final Pattern GOTTEN = Pattern.compile("(?:\\bwords|Words\\.of\\(\"\\w+\"\\))\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern BUNDLE = Pattern.compile("Words\\.of\\(\"(\\w+)\"\\)");

    private static Map<Path, String> sources() {
        return read(SOURCES, ".java");
    }

    private static Map<Path, String> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toMap(file -> file, WordsTest::text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Set<String>> keys() {
        Map<String, Set<String>> keys = new TreeMap<>();
        read(MESSAGES, ".properties").forEach((file, text) -> {
            Properties words = new Properties();
            try {
                words.load(new java.io.StringReader(text));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            keys.put(file.getFileName().toString().replace(".properties", ""), words.stringPropertyNames());
        });
        return keys;
    }

    /** The bundles that a source may mean: its own, else those of its package, else those of the package around it. */
    private static Set<String> bundles(Path source, Map<Path, String> sources) {
        Set<String> found = bundlesIn(sources.get(source));
        for (Path folder = source.getParent(); found.isEmpty() && folder.startsWith(SOURCES); folder = folder.getParent()) {
            for (Map.Entry<Path, String> other : sources.entrySet()) {
                if (other.getKey().getParent().equals(folder)) {
                    found.addAll(bundlesIn(other.getValue()));
                }
            }
        }
        return found;
    }

    private static Set<String> bundlesIn(String source) {
        return BUNDLE.matcher(source).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyThatIsSaidHasItsWords() {
        Map<String, Set<String>> keys = keys();
        Map<Path, String> sources = sources();
        List<String> missing = new ArrayList<>();
        sources.forEach((file, source) -> {
            Set<String> bundles = bundles(file, sources);
            GOTTEN.matcher(source).results().map(match -> match.group(1))
                    .filter(key -> bundles.stream().noneMatch(bundle -> keys.get(bundle).contains(key)))
                    .forEach(key -> missing.add(file.getFileName() + " says " + key));
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void allWordsAreSaidSomewhere() {
        Set<String> literals = new TreeSet<>();
        sources().values().forEach(source -> LITERAL.matcher(source).results().map(match -> match.group(1)).forEach(literals::add));
        List<String> unsaid = new ArrayList<>();
        keys().forEach((bundle, keys) -> keys.stream().filter(key -> !isSaid(key, literals)).forEach(key -> unsaid.add(bundle + ": " + key)));
        assertThat(unsaid).isEmpty();
    }

    /** A key stands in the sources whole, or is put together there: from a beginning, or a word and an ending; a place has its own name. */
    private static boolean isSaid(String key, Set<String> literals) {
        return literals.contains(key) || isPlace(key) || dots(key).anyMatch(dot -> {
            String before = key.substring(0, dot);
            return literals.contains(before + ".") || literals.contains(key.substring(dot)) && isSaid(before, literals);
        });
    }

    private static Stream<Integer> dots(String key) {
        return IntStream.range(0, key.length()).filter(at -> key.charAt(at) == '.').boxed();
    }

    private static boolean isPlace(String key) {
        return Stream.of(Place.values()).anyMatch(place -> place.key().equals(key));
    }
}
