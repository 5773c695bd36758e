package whetstone.app.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whetstone.labelling.trial.TrialOutcome;

/** What trials said of a rollout, in the dataset file: {@code [{"tick":7,"policy":"v1","labels":[4,4],"outcome":{"recovers":2.1},"then":{...}}]}. */
final class KeptTrialMarks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptTrialMarks() {}

    static void keep(OpenClip clip, List<TrialMark> marks) {
        ArrayNode all = JSON.createArrayNode();
        marks.forEach(mark -> all.add(json(mark)));
        clip.dataset().setSetting(setting(clip.id()), all.toString());
    }

    /** In the order tried. What is no mark of this recording, in a file from elsewhere, is none. */
    static List<TrialMark> of(OpenClip clip) {
        List<TrialMark> marks = new ArrayList<>();
        clip.dataset().setting(setting(clip.id())).ifPresent(text -> {
            try {
                JSON.readTree(text).forEach(mark -> read(mark, clip.length()).ifPresent(marks::add));
            } catch (JsonProcessingException unreadable) {
                marks.clear();
            }
        });
        return marks;
    }

    private static String setting(long rollout) {
        return "trial marks of rollout " + rollout;
    }

    private static ObjectNode json(TrialMark mark) {
        ObjectNode node = JSON.createObjectNode().put("tick", mark.tick());
        mark.policy().ifPresent(policy -> node.put("policy", policy));
        ArrayNode labels = node.putArray("labels");
        mark.labels().forEach(labels::add);
        node.set("outcome", json(mark.outcome()));
        mark.then().ifPresent(then -> node.set("then", json(then)));
        return node;
    }

    private static ObjectNode json(TrialOutcome outcome) {
        return JSON.createObjectNode().put(switch (outcome) {
            case TrialOutcome.Recovers _ -> "recovers";
            case TrialOutcome.Falls _ -> "falls";
            case TrialOutcome.Unfinished _ -> "unfinished";
        }, outcome.seconds());
    }

    private static Optional<TrialMark> read(JsonNode mark, int length) {
        int tick = mark.path("tick").asInt(-1);
        List<Long> labels = new ArrayList<>();
        mark.path("labels").forEach(label -> labels.add(label.asLong()));
        if (tick < 0 || labels.size() > length - tick) {
            return Optional.empty();
        }
        Optional<String> policy = mark.path("policy").isTextual() ? Optional.of(mark.path("policy").asText()) : Optional.empty();
        return outcome(mark.path("outcome")).map(outcome -> new TrialMark(tick, policy, labels, outcome, outcome(mark.path("then"))));
    }

    private static Optional<TrialOutcome> outcome(JsonNode node) {
        double seconds = node.isObject() && node.size() == 1 ? node.elements().next().asDouble(-1) : -1;
        if (!(seconds >= 0 && seconds < 1e6)) {
            return Optional.empty();
        }
        return switch (node.fieldNames().next()) {
            case "recovers" -> Optional.of(new TrialOutcome.Recovers(seconds));
            case "falls" -> Optional.of(new TrialOutcome.Falls(seconds));
            case "unfinished" -> Optional.of(new TrialOutcome.Unfinished(seconds));
            default -> Optional.empty();
        };
    }
}
