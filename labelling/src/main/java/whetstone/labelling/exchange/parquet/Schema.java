package whetstone.labelling.exchange.parquet;

import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Columns as Parquet declares them; lists in the three levels of its specification. */
final class Schema {
    private Schema() {}

    static MessageType of(List<Column> columns) {
        return new MessageType("schema", columns.stream().map(Schema::type).toList());
    }

    private static Type type(Column column) {
        return type(column.kind(), column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED, column.name());
    }

    private static Type type(Kind kind, Repetition repetition, String name) {
        return switch (kind) {
            case Kind.Scalar scalar -> scalar(scalar, repetition, name);
            case Kind.ListOf(Kind element) -> Types.list(repetition).element(type(element, Repetition.OPTIONAL, "element")).named(name);
            case Kind.Struct(List<Column> fields) ->
                    Types.buildGroup(repetition).addFields(fields.stream().map(Schema::type).toArray(Type[]::new)).named(name);
        };
    }

    private static Type scalar(Kind.Scalar scalar, Repetition repetition, String name) {
        return switch (scalar) {
            case FLAG -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case FLOAT -> Types.primitive(PrimitiveTypeName.FLOAT, repetition).named(name);
            case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
            case TEXT -> Types.primitive(PrimitiveTypeName.BINARY, repetition).as(LogicalTypeAnnotation.stringType()).named(name);
            case BYTES -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(name);
            case INSTANT -> Types.primitive(PrimitiveTypeName.INT64, repetition)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)).named(name);
        };
    }
}
