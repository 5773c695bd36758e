package whetstone.labelling.exchange.lerobot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import whetstone.labelling.DatasetException;

/** JSON files, as one value or a value a line. What is read is a stranger's: its size is checked first, its shape by who asks. */
final class Json {
    private static final long MOST_BYTES = 256L << 20;
    /** Of one value; each becomes an object of some sixty bytes. */
    private static final long MOST_TOKENS = 2_000_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(64).maxTokenCount(MOST_TOKENS)
                            .maxStringLength(1 << 20).build()).build())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private Json() {}

    static void write(Path file, Object value) throws IOException {
        Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }

    /** A value in one line, its end included. */
    static String line(Object value) throws IOException {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    static JsonNode read(Path file) {
        requireSize(file);
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw wrong(file.toString(), unreadable);
        }
    }

    /** Gives each line's value, with its number from 1 for sentences. */
    static void lines(Path file, Consumer<Line> taker) {
        requireSize(file);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    taker.accept(new Line(MAPPER.readTree(line), file + ", line " + number));
                }
            }
        } catch (IOException unreadable) {
            throw wrong(file.toString(), unreadable);
        }
    }

    /** One line of a file. */
    record Line(JsonNode value, String place) {}

    /** @throws DatasetException with a sentence if the value is no such record */
    static <T> T as(JsonNode value, Class<T> type, String place) {
        try {
            return Optional.ofNullable(MAPPER.treeToValue(value, type)).orElseThrow(() -> new DatasetException(place + " is empty."));
        } catch (JsonProcessingException failure) {
            Throwable cause = failure.getCause();
            throw new DatasetException(place + ": " + (cause instanceof IllegalArgumentException ? cause.getMessage()
                    : "it can't be read, " + failure.getOriginalMessage()) + ".", failure);
        }
    }

    private static void requireSize(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new DatasetException(file + " is missing: choose the folder of a LeRobot dataset, the one that holds meta and data.");
            }
            if (Files.size(file) > Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 16)) {
                throw new DatasetException(file + " has " + (Files.size(file) >> 20) + " MB, too large for what it describes.");
            }
        } catch (IOException unreadable) {
            throw wrong(file.toString(), unreadable);
        }
    }

    private static DatasetException wrong(String place, IOException why) {
        String said = why instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(why.getMessage());
        return new DatasetException(place + " can't be read as JSON (" + said + "): copy the dataset again.", why);
    }
}
