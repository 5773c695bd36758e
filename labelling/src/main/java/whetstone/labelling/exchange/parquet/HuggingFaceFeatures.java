package whetstone.labelling.exchange.parquet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The footer's word by which Hugging Face {@code datasets} knows a column of structs to be pictures and a list to be of fixed length
 * (datasets, {@code features.py}: a JSON object of features under "huggingface"; "Sequence" is read by its old and new versions).
 */
public final class HuggingFaceFeatures {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HuggingFaceFeatures() {}

    /** @param lengths of the lists that all are of one length, by column */
    public static Map<String, String> footer(List<Column> columns, Map<String, Integer> lengths) {
        ObjectNode features = JSON.objectNode();
        for (Column column : columns) {
            ObjectNode feature = feature(column.kind());
            if (lengths.containsKey(column.name())) {
                feature.put("length", lengths.get(column.name()));
            }
            features.set(column.name(), feature);
        }
        ObjectNode footer = JSON.objectNode();
        footer.putObject("info").set("features", features);
        return Map.of("huggingface", footer.toString());
    }

    private static ObjectNode feature(Kind kind) {
        return switch (kind) {
            case Kind.Scalar scalar -> value(switch (scalar) {
                case FLAG -> "bool";
                case INTEGER -> "int64";
                case FLOAT -> "float32";
                case DOUBLE -> "float64";
                case TEXT -> "string";
                case BYTES -> "binary";
                case INSTANT -> "timestamp[us, tz=UTC]";
            });
            case Kind.ListOf(Kind element) -> {
                ObjectNode list = JSON.objectNode();
                list.set("feature", feature(element));
                yield list.put("_type", "Sequence");
            }
            case Kind.Struct struct when struct.equals(Kind.PICTURE) -> JSON.objectNode().put("_type", "Image");
            case Kind.Struct(List<Column> fields) -> {
                ObjectNode group = JSON.objectNode();
                fields.forEach(field -> group.set(field.name(), feature(field.kind())));
                yield group;
            }
        };
    }

    private static ObjectNode value(String type) {
        return JSON.objectNode().put("dtype", type).put("_type", "Value");
    }
}
