package whetstone.labelling.exchange.parquet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import whetstone.labelling.DatasetException;

/**
 * One row of a table that a stranger wrote. A column is asked for by name and kind; one of another kind is a
 * {@link DatasetException} that names place and column, one that is missing or empty is empty.
 */
public final class Row {
    /** Stands for what is missing inside a list. */
    enum Nothing { HERE }

    private final Map<String, Object> values;
    private final String place;

    Row(Map<String, Object> values, String place) {
        this.values = values;
        this.place = place;
    }

    /** Which row of which file this is, for sentences. */
    public String place() {
        return place;
    }

    public OptionalLong integer(String column) {
        return switch (values.get(column)) {
            case null -> OptionalLong.empty();
            case Long number -> OptionalLong.of(number);
            case Object other -> throw wrong(column, other, "a whole number");
        };
    }

    public OptionalDouble number(String column) {
        return switch (values.get(column)) {
            case null -> OptionalDouble.empty();
            case Object value -> OptionalDouble.of(number(column, value));
        };
    }

    private double number(String column, Object value) {
        return switch (value) {
            case Double number -> number;
            case Long number -> number;
            case Boolean flag -> flag ? 1 : 0;
            case Object other -> throw wrong(column, other, "a number");
        };
    }

    public Optional<Boolean> flag(String column) {
        return switch (values.get(column)) {
            case null -> Optional.empty();
            case Boolean flag -> Optional.of(flag);
            case Long number when number == 0 || number == 1 -> Optional.of(number == 1);
            case Object other -> throw wrong(column, other, "yes or no");
        };
    }

    public Optional<String> text(String column) {
        return switch (values.get(column)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Object other -> throw wrong(column, other, "a text");
        };
    }

    public Optional<byte[]> bytes(String column) {
        return switch (values.get(column)) {
            case null -> Optional.empty();
            case byte[] bytes -> Optional.of(bytes);
            case Object other -> throw wrong(column, other, "bytes");
        };
    }

    /** A list of numbers, or one number as a list of one. */
    public Optional<float[]> numbers(String column) {
        Object value = values.get(column);
        if (value == null) {
            return Optional.empty();
        }
        List<?> list = value instanceof List<?> several ? several : List.of(value);
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) number(column, list.get(i));
        }
        return Optional.of(numbers);
    }

    /** A list of texts. */
    public Optional<List<String>> texts(String column) {
        return switch (values.get(column)) {
            case null -> Optional.empty();
            case List<?> list when list.stream().allMatch(String.class::isInstance) ->
                    Optional.of(list.stream().map(String.class::cast).toList());
            case Object other -> throw wrong(column, other, "a list of texts");
        };
    }

    /** The fields of a struct. */
    @SuppressWarnings("unchecked")
    public Optional<Row> struct(String column) {
        return switch (values.get(column)) {
            case null -> Optional.empty();
            case Map<?, ?> fields -> Optional.of(new Row((Map<String, Object>) fields, place));
            case Object other -> throw wrong(column, other, "several fields");
        };
    }

    private DatasetException wrong(String column, Object value, String wanted) {
        String found = switch (value) {
            case List<?> list -> "a list of " + list.size();
            case byte[] bytes -> bytes.length + " bytes";
            case Map<?, ?> fields -> "fields " + fields.keySet();
            case Nothing _ -> "nothing";
            case Object other -> "'" + (other.toString().length() > 40 ? other.toString().substring(0, 40) + "..." : other) + "'";
        };
        return new DatasetException(place + ": column '" + column + "' holds " + found + ", not " + wanted + ".");
    }
}
