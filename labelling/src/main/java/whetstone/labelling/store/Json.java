package whetstone.labelling.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Records as JSON texts in the file. What is read is trusted in nothing: its size, its shape, its values. */
final class Json {
    private static final int LONGEST = 1_000_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(64).build()).build())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .addModule(CameraProfileJson.module())
            .build();

    private Json() {}

    static String write(Object record) {
        try {
            return MAPPER.writeValueAsString(record);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("it can't be written as JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    /** @throws IllegalArgumentException with a sentence if the text is no such record */
    static <T> T read(String json, Class<T> type) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("its description of " + json.length() + " characters is too long");
        }
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("its description is empty");
            }
            return value;
        } catch (JsonProcessingException failure) {
            Throwable cause = failure.getCause();
            throw new IllegalArgumentException(cause instanceof IllegalArgumentException ? cause.getMessage()
                    : "its description can't be read, " + failure.getOriginalMessage(), failure);
        }
    }
}
