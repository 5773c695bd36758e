package whetstone.labelling.exchange.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Makes rows of what Parquet's reader gives: numbers are {@link Long} or {@link Double}, texts {@link String}, bytes {@code byte[]}, groups
 * {@link Map}s, lists {@link List}s. A row has a budget of values and bytes, since a file of a few bytes can repeat one value for ever.
 */
final class RowReading extends RecordMaterializer<Map<String, Object>> {
    private static final int MOST_VALUES = 1 << 20;

    private final long mostBytes;
    private final Group root;
    private long bytes;
    private int values;
    private Map<String, Object> row = Map.of();

    RowReading(MessageType schema, long mostBytes) {
        this.mostBytes = mostBytes;
        this.root = new Group(schema, value -> row = asMap(value));
    }

    @Override
    public Map<String, Object> getCurrentRecord() {
        bytes = 0;
        values = 0;
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private void spend(long length) {
        bytes += length;
        if (++values > MOST_VALUES || bytes > mostBytes) {
            throw new IllegalStateException("a row holds more than " + MOST_VALUES + " values or " + mostBytes + " bytes");
        }
    }

    private Converter converter(Type type, Consumer<Object> taker) {
        return type.isPrimitive() ? new Leaf(type.asPrimitiveType(), taker) : new Group(type.asGroupType(), taker);
    }

    /** A struct, or a list in two or three levels. */
    private final class Group extends GroupConverter {
        private final Consumer<Object> taker;
        private final List<Converter> children = new ArrayList<>();
        private final boolean list;
        private final boolean wrapped;
        private Map<String, Object> fields = Map.of();

        Group(GroupType type, Consumer<Object> taker) {
            this.taker = taker;
            this.list = type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation && type.getFieldCount() == 1
                    && type.getType(0).isRepetition(Type.Repetition.REPEATED);
            this.wrapped = list && !type.getType(0).isPrimitive() && type.getType(0).asGroupType().getFieldCount() == 1
                    && !type.getFieldName(0).equals("array") && !type.getFieldName(0).equals(type.getName() + "_tuple");
            for (Type child : type.getFields()) {
                boolean repeated = child.isRepetition(Type.Repetition.REPEATED);
                children.add(converter(child, value -> put(child.getName(), repeated, value)));
            }
        }

        private void put(String name, boolean repeated, Object value) {
            if (repeated) {
                spend(0);
                appendable(fields.computeIfAbsent(name, _ -> new ArrayList<>())).add(value);
            } else {
                fields.put(name, value);
            }
        }

        @SuppressWarnings("unchecked")
        private static List<Object> appendable(Object values) {
            return (List<Object>) values;
        }

        @Override
        public Converter getConverter(int index) {
            return children.get(index);
        }

        @Override
        public void start() {
            fields = new LinkedHashMap<>();
        }

        @Override
        public void end() {
            taker.accept(list ? elements() : fields);
        }

        private List<Object> elements() {
            List<Object> repeated = fields.isEmpty() ? List.of() : appendable(fields.values().iterator().next());
            return wrapped ? repeated.stream().map(Group::unwrapped).toList() : List.copyOf(repeated);
        }

        private static Object unwrapped(Object element) {
            Map<String, Object> fields = asMap(element);
            return fields.isEmpty() ? Row.Nothing.HERE : fields.values().iterator().next();
        }
    }

    private final class Leaf extends PrimitiveConverter {
        private final boolean text;
        private final Consumer<Object> taker;

        Leaf(PrimitiveType type, Consumer<Object> taker) {
            LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
            this.text = annotation instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                    || annotation instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
                    || annotation instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
            this.taker = taker;
        }

        private void give(long length, Object value) {
            spend(length);
            taker.accept(value);
        }

        @Override
        public void addBinary(Binary value) {
            spend(value.length());
            taker.accept(text ? new String(value.getBytes(), StandardCharsets.UTF_8) : value.getBytes());
        }

        @Override
        public void addBoolean(boolean value) {
            give(1, value);
        }

        @Override
        public void addDouble(double value) {
            give(8, value);
        }

        @Override
        public void addFloat(float value) {
            give(4, (double) value);
        }

        @Override
        public void addInt(int value) {
            give(4, (long) value);
        }

        @Override
        public void addLong(long value) {
            give(8, value);
        }
    }
}
