package whetstone.model.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A policy's description as JSON. Reading trusts nothing: kinds of networks are known by name, never by class; unknown, missing,
 * doubled and null properties, texts for numbers and sizes out of range are refused with a sentence.
 */
public final class PolicyJson {
    private static final int LONGEST = 65_536;
    private static final ObjectMapper MAPPER = mapper();

    private PolicyJson() {}

    public static String write(PolicyDescription description) {
        try {
            return MAPPER.writeValueAsString(description);
        } catch (JsonProcessingException failure) {
            throw new PolicyFormatException("the policy's description can't be written: " + failure.getOriginalMessage(), failure);
        }
    }

    /** @throws PolicyFormatException with a sentence where the text is no valid description */
    public static PolicyDescription read(String json) {
        if (json.length() > LONGEST) {
            throw new PolicyFormatException("the policy's description has " + json.length() + " characters; at most " + LONGEST
                    + " are read");
        }
        try {
            PolicyDescription description = MAPPER.readValue(json, PolicyDescription.class);
            if (description == null) {
                throw new PolicyFormatException("the policy's description is empty");
            }
            return description;
        } catch (JsonMappingException failure) {
            throw new PolicyFormatException("the policy's description can't be used" + place(failure) + ": " + reason(failure), failure);
        } catch (JsonProcessingException failure) {
            throw new PolicyFormatException("the policy's description is no JSON: " + reason(failure), failure);
        }
    }

    private static String place(JsonMappingException failure) {
        String path = String.join(".", failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()).toList());
        return path.isEmpty() ? "" : " at '" + path + "'";
    }

    private static String reason(JsonProcessingException failure) {
        Throwable cause = failure.getCause();
        // The parser's own messages end with its place in our code and its settings: nothing for a user.
        return cause instanceof IllegalArgumentException ? cause.getMessage()
                : failure.getOriginalMessage().replaceFirst("(?s) \\((index|class|for) .*", "");
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(40).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}
