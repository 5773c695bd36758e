package whetstone.labelling.exchange.lerobot;

import java.util.List;
import java.util.Optional;
import whetstone.labelling.exchange.parquet.Column;
import whetstone.labelling.exchange.parquet.Kind;

/**
 * One entry of {@code features} in {@code info.json}.
 *
 * @param type of numpy ("float32", "int64", "bool"), or "image", "video", "string"
 * @param shape of one frame's value; [1] is a single one
 * @param names of its parts, where they have some
 */
record Feature(String name, String type, List<Integer> shape, List<String> names) {
    static final String IMAGE = "image";
    static final String VIDEO = "video";
    static final String STRING = "string";
    private static final List<String> PICTURE_NAMES = List.of("height", "width", "channels");

    Feature {
        shape = List.copyOf(shape);
        names = List.copyOf(names);
    }

    static Feature floats(String name, List<String> names) {
        return new Feature(name, "float32", List.of(names.size()), names);
    }

    static Feature one(String name, String type) {
        return new Feature(name, type, List.of(1), List.of());
    }

    static Feature picture(String name, int height, int width) {
        return new Feature(name, IMAGE, List.of(height, width, 3), PICTURE_NAMES);
    }

    /** Number of values. */
    int size() {
        return shape.getFirst();
    }

    boolean single() {
        return shape.equals(List.of(1));
    }

    boolean picture() {
        return type.equals(IMAGE);
    }

    /** Whether numbers stand there, of which statistics are kept. */
    boolean numeric() {
        return !picture() && !type.equals(STRING) && !type.equals(VIDEO);
    }

    /**
     * How its frames lie in a table: single values bare, several as a list, pictures as files. Hugging Face datasets knows a column for
     * pictures only where it may be empty, as Arrow's are.
     */
    Column column() {
        Kind kind = switch (type) {
            case "float32" -> Kind.Scalar.FLOAT;
            case "int64" -> Kind.Scalar.INTEGER;
            case "bool" -> Kind.Scalar.FLAG;
            case STRING -> Kind.Scalar.TEXT;
            case IMAGE -> Kind.PICTURE;
            default -> throw new IllegalArgumentException("'" + type + "' is not written here");
        };
        return Column.optional(name, single() || picture() ? kind : new Kind.ListOf(kind));
    }

    /** The length of its lists, where they are lists. */
    Optional<Integer> listLength() {
        return single() || picture() ? Optional.empty() : Optional.of(size());
    }
}
