package whetstone.labelling.exchange;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.labelling.DatasetException;
import whetstone.model.EnvironmentSpec;
import whetstone.model.RolloutInfo;

/**
 * What is known of a rollout as JSON, for formats with a place for it: the environment with its cameras, action and vehicle, where the
 * rollout came from, round, seed, time and expert. The policy's number is one of its dataset file and stays there. What is read is
 * trusted in nothing.
 */
public final class RolloutJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)).build();

    private RolloutJson() {}

    /** As it stands in the file; the expert is empty where there is none. */
    private record Written(EnvironmentSpec environment, String source, int round, long seed, String recordedAt, String expert) {}

    public static JsonNode write(RolloutInfo info) {
        return MAPPER.valueToTree(new Written(info.environment(), info.source(), info.round(), info.seed(), info.recordedAt().toString(),
                info.expert().orElse("")));
    }

    /**
     * The rollout as it was, but for its policy and for states to drive on from, which no foreign format holds.
     *
     * @param place for the sentence
     * @throws DatasetException where it is no such description
     */
    public static RolloutInfo read(JsonNode json, String place) {
        try {
            Written written = MAPPER.treeToValue(json, Written.class);
            if (written == null) {
                throw new DatasetException(place + ": the rollout's description is empty.");
            }
            EnvironmentSpec spec = written.environment();
            EnvironmentSpec environment = new EnvironmentSpec(spec.name(), spec.variant(), spec.ticksPerSecond(), spec.action(),
                    spec.cameras(), spec.stateNames(), spec.vehicle(), false);
            return new RolloutInfo(environment, written.source(), OptionalLong.empty(), written.round(), written.seed(),
                    Instant.parse(written.recordedAt()), Optional.of(written.expert()).filter(expert -> !expert.isBlank()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException nonsense) {
            throw new DatasetException(place + ": the rollout's description can't be used (" + reason(nonsense) + ").", nonsense);
        }
    }

    private static String reason(Exception nonsense) {
        return nonsense instanceof JsonProcessingException failure
                ? failure.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : failure.getOriginalMessage()
                : nonsense.getMessage();
    }
}
