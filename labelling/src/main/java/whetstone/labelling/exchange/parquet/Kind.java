package whetstone.labelling.exchange.parquet;

import java.util.List;

/** What stands in a column of a table. */
public sealed interface Kind {
    /** One value; in brackets its Java type. */
    enum Scalar implements Kind {
        /** {@link Boolean}. */
        FLAG,
        /** 64 bits, {@link Long}. */
        INTEGER,
        /** 32 bits, {@link Float}. */
        FLOAT,
        /** 64 bits, {@link Double}. */
        DOUBLE,
        /** UTF-8, {@link String}. */
        TEXT,
        /** {@code byte[]}. */
        BYTES,
        /** Microseconds of UTC, {@link java.time.Instant}. */
        INSTANT
    }

    /** Any number of values of one kind, {@link List}. */
    record ListOf(Kind element) implements Kind {}

    /** Named values beside each other, {@link List} in the order of the fields. */
    record Struct(List<Column> fields) implements Kind {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /** A picture file as pandas, Arrow and Hugging Face datasets know it: its bytes, and a path that is empty where the bytes are there. */
    Struct PICTURE = new Struct(List.of(Column.optional("bytes", Scalar.BYTES), Column.optional("path", Scalar.TEXT)));
}
