package whetstone.labelling.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import whetstone.labelling.DatasetException;

/** JSON of foreign files. Whoever reads bounds the text's length first; nesting, numbers and doubled names are bounded here. Any thread. */
public final class ForeignJson {
    /** Each becomes an object of some sixty bytes. */
    private static final long MOST_TOKENS = 2_000_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(64)
                            .maxTokenCount(MOST_TOKENS).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private ForeignJson() {}

    /** On one line, in ASCII: a character is a byte. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("it can't be written as JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    /** A value as a tree, to be put into a larger one. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * @param place where the text stands, for the sentence
     * @throws DatasetException where it is no JSON, or JSON that no honest tool writes
     */
    public static JsonNode read(String text, String place) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new DatasetException(place + " is empty where JSON was expected: copy the file again.");
            }
            return tree;
        } catch (JsonProcessingException failure) {
            throw new DatasetException(place + " is no JSON that can be read (" + reason(failure) + "): copy the file again, or take this out.",
                    failure);
        }
    }

    private static String reason(JsonProcessingException failure) {
        // The parser's own messages end with its place in our code and its settings: nothing for a user.
        String message = failure.getOriginalMessage().replaceFirst("(?s) ?\\((index|class|for|start|`?StreamRead).*", "");
        return message.length() > 160 ? message.substring(0, 160) + "..." : message;
    }
}
