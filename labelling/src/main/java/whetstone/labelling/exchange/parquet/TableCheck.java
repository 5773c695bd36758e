package whetstone.labelling.exchange.parquet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Compares what was written into a table with what it reads back as. */
public final class TableCheck {
    private TableCheck() {}

    /** The first column that differs; empty where all are the same. @param written as {@link TableWriter#write} took it */
    public static Optional<String> difference(List<Column> columns, List<?> written, Row read) {
        for (int i = 0; i < columns.size(); i++) {
            Optional<?> value = written.get(i) instanceof Optional<?> optional ? optional : Optional.of(written.get(i));
            if (!same(columns.get(i), value, read)) {
                return Optional.of(columns.get(i).name());
            }
        }
        return Optional.empty();
    }

    private static boolean same(Column column, Optional<?> written, Row read) {
        String name = column.name();
        return switch (column.kind()) {
            case Kind.Scalar scalar -> switch (scalar) {
                case FLAG -> read.flag(name).equals(written);
                case INTEGER -> read.integer(name).stream().boxed().findFirst().equals(written);
                case FLOAT -> read.number(name).stream().mapToObj(number -> (float) number).findFirst().equals(written);
                case DOUBLE -> read.number(name).stream().boxed().findFirst().equals(written);
                case TEXT -> read.text(name).equals(written);
                case BYTES -> read.bytes(name).map(java.nio.ByteBuffer::wrap)
                        .equals(written.map(bytes -> java.nio.ByteBuffer.wrap((byte[]) bytes)));
                case INSTANT -> read.integer(name).stream().mapToObj(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)).findFirst()
                        .equals(written);
            };
            case Kind.ListOf(Kind element) when element == Kind.Scalar.TEXT -> read.texts(name).equals(written);
            case Kind.ListOf(Kind element) when element == Kind.Scalar.FLOAT -> read.numbers(name).map(TableCheck::boxed).equals(written);
            case Kind.ListOf _, Kind.Struct _ -> throw new IllegalArgumentException("'" + name + "' is not compared here");
        };
    }

    private static List<Float> boxed(float[] numbers) {
        List<Float> boxed = new java.util.ArrayList<>();
        for (float number : numbers) {
            boxed.add(number);
        }
        return boxed;
    }
}
