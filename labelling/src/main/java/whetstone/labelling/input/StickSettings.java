package whetstone.labelling.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The mapping of every device this user has set up, in one small JSON file. A file that can't be understood is kept aside under another
 * name and said in a sentence; the devices then start from their standard mapping.
 */
public final class StickSettings {
    private static final long LARGEST = 1_000_000;

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final Map<String, StickMapping> mappings = new TreeMap<>();
    private final Optional<String> complaint;

    /** One device's entry, as it stands in the file. */
    private record Saved(Map<String, StickMapping> devices) {}

    /** @param folder where the file "sticks.json" lives; made when something is saved */
    public StickSettings(Path folder) {
        this.file = folder.resolve("sticks.json");
        this.complaint = read();
    }

    /** What was wrong with the file, if anything: one sentence. */
    public Optional<String> complaint() {
        return complaint;
    }

    public StickMapping mapping(StickDescription device) {
        return mappings.getOrDefault(device.name(), StickMapping.standard(device));
    }

    /** @throws UncheckedIOException if the file can't be written; the mapping holds until the program ends all the same */
    public void save(StickDescription device, StickMapping mapping) {
        mappings.put(device.name(), mapping);
        write();
    }

    public void reset(StickDescription device) {
        mappings.remove(device.name());
        write();
    }

    private Optional<String> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.of(setAside());
            }
            mappings.putAll(json.readValue(Files.readAllBytes(file), Saved.class).devices());
            return Optional.empty();
        } catch (JacksonException | NullPointerException nonsense) {
            mappings.clear();
            return Optional.of(setAside());
        } catch (IOException unreadable) {
            return Optional.of("The settings of your sticks in " + file + " can't be read: " + unreadable.getMessage() + ".");
        }
    }

    private String setAside() {
        Path aside = file.resolveSibling("sticks-not-understood.json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return "The settings of your sticks were not understood: they are kept as " + aside + ", and standard ones are used.";
        } catch (IOException stuck) {
            return "The settings of your sticks in " + file + " were not understood; standard ones are used.";
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("sticks.json.new");
            json.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), new Saved(mappings));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The settings of your sticks can't be saved to " + file + ": " + unwritable.getMessage(), unwritable);
        }
    }
}
