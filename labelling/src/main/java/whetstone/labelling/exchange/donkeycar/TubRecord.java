package whetstone.labelling.exchange.donkeycar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ForeignJson;

/**
 * One record of a catalog. A key may be missing, as Donkeycar leaves out what was not known; one of a wrong type is refused.
 *
 * @param index counted over all catalogs, as Donkeycar counts when it leaves out deleted ones
 * @param place for sentences
 */
record TubRecord(JsonNode json, int index, String place) {
    static TubRecord of(TubLines.Line line, int index) {
        JsonNode json = ForeignJson.read(line.text(), line.place());
        if (!json.isObject()) {
            throw new DatasetException(line.place() + " is no record (no JSON object): copy the tub again, or take the line out.");
        }
        return new TubRecord(json, index, line.place());
    }

    boolean has(String key) {
        return json.has(key);
    }

    OptionalDouble number(String key) {
        JsonNode value = json.get(key);
        if (value == null) {
            return OptionalDouble.empty();
        }
        double number = value.isNumber() ? value.doubleValue() : value.isBoolean() ? value.booleanValue() ? 1 : 0 : Double.NaN;
        if (!Float.isFinite((float) number)) {
            throw wrong(key, value, "no number");
        }
        return OptionalDouble.of(number);
    }

    Optional<String> text(String key) {
        JsonNode value = json.get(key);
        if (value != null && !value.isTextual()) {
            throw wrong(key, value, "no text");
        }
        return Optional.ofNullable(value).map(JsonNode::textValue);
    }

    private DatasetException wrong(String key, JsonNode value, String what) {
        String shown = value.toString();
        return new DatasetException(place + ": " + key + " is " + (shown.length() > 40 ? shown.substring(0, 40) + "..." : shown) + ", " + what
                + ": correct it, or take the line out.");
    }
}
