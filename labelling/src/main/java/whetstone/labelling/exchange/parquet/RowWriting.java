package whetstone.labelling.exchange.parquet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands rows to Parquet's writer, value by value. */
final class RowWriting extends WriteSupport<List<?>> {
    private final List<Column> columns;
    private Optional<RecordConsumer> consumer = Optional.empty();

    RowWriting(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
        return new WriteContext(Schema.of(columns), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(Schema.of(columns), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = Optional.of(recordConsumer);
    }

    @Override
    public void write(List<?> row) {
        RecordConsumer record = consumer.orElseThrow();
        record.startMessage();
        fields(columns, row, record);
        record.endMessage();
    }

    private static void fields(List<Column> columns, List<?> values, RecordConsumer record) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(values.size() + " values given for " + columns.size() + " columns");
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object value = values.get(i) instanceof Optional<?> optional ? optional.map(Object.class::cast).orElse(Nothing.HERE) : values.get(i);
            if (value != Nothing.HERE) {
                record.startField(column.name(), i);
                value(column.kind(), value, record);
                record.endField(column.name(), i);
            } else if (!column.optional()) {
                throw new IllegalArgumentException("nothing given for column '" + column.name() + "'");
            }
        }
    }

    private enum Nothing { HERE }

    private static void value(Kind kind, Object value, RecordConsumer record) {
        switch (kind) {
            case Kind.Scalar scalar -> scalar(scalar, value, record);
            case Kind.ListOf(Kind element) -> list(element, (List<?>) value, record);
            case Kind.Struct(List<Column> fields) -> {
                record.startGroup();
                fields(fields, (List<?>) value, record);
                record.endGroup();
            }
        }
    }

    private static void list(Kind element, List<?> values, RecordConsumer record) {
        record.startGroup();
        if (!values.isEmpty()) {
            record.startField("list", 0);
            for (Object value : values) {
                record.startGroup();
                record.startField("element", 0);
                value(element, value, record);
                record.endField("element", 0);
                record.endGroup();
            }
            record.endField("list", 0);
        }
        record.endGroup();
    }

    private static void scalar(Kind.Scalar scalar, Object value, RecordConsumer record) {
        switch (scalar) {
            case FLAG -> record.addBoolean((Boolean) value);
            case INTEGER -> record.addLong((Long) value);
            case FLOAT -> record.addFloat((Float) value);
            case DOUBLE -> record.addDouble((Double) value);
            case TEXT -> record.addBinary(Binary.fromString((String) value));
            case BYTES -> record.addBinary(Binary.fromConstantByteArray((byte[]) value));
            case INSTANT -> record.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        }
    }
}
