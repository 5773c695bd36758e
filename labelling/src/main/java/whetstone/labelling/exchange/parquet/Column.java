package whetstone.labelling.exchange.parquet;

/**
 * A column of a table.
 *
 * @param optional whether a row may hold nothing there, {@link java.util.Optional#empty()}
 */
public record Column(String name, Kind kind, boolean optional) {
    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /** A column that holds something in every row. */
    public static Column of(String name, Kind kind) {
        return new Column(name, kind, false);
    }

    /** A column that may hold nothing. */
    public static Column optional(String name, Kind kind) {
        return new Column(name, kind, true);
    }
}
