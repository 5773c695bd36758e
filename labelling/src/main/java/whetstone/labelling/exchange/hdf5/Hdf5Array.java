package whetstone.labelling.exchange.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A dataset of a stranger's HDF5 file, read a few rows (along its first dimension) at a time. Its sizes are checked against the file's. */
final class Hdf5Array {
    /** More than any picture; nothing larger is ever read at once. */
    static final int MOST_BYTES = 64 << 20;
    private static final int LONGEST = 50_000_000;

    private final Hdf5File file;
    private final String name;
    private final int[] dimensions;
    private final DataType type;
    private final RowReader rows;

    private Hdf5Array(Hdf5File file, String name, int[] dimensions, DataType type, RowReader rows) {
        this.file = file;
        this.name = name;
        this.dimensions = dimensions;
        this.type = type;
        this.rows = rows;
    }

    static Hdf5Array of(Hdf5File file, Dataset dataset) {
        String name = dataset.getPath();
        long[] asLong = dataset.getDimensionsAsLong();
        DataType type = dataset.getDataType();
        int[] dimensions = new int[asLong.length];
        long rowBytes = type.getSize();
        for (int i = 0; i < dimensions.length; i++) {
            if (asLong[i] < 0 || asLong[i] > LONGEST) {
                throw file.refused("'" + name + "' says it has " + Arrays.toString(asLong) + " values");
            }
            dimensions[i] = (int) asLong[i];
            rowBytes = i == 0 ? rowBytes : rowBytes * Math.max(1, dimensions[i]);
            if (rowBytes <= 0 || rowBytes > MOST_BYTES) {
                throw file.refused("one row of '" + name + "' says it has more than " + (MOST_BYTES >> 20) + " MB");
            }
        }
        return new Hdf5Array(file, name, dimensions, type, RowReader.of(file, dataset, dimensions, (int) rowBytes));
    }

    String name() {
        return name;
    }

    /** Number of rows; 1 for a single value. */
    int length() {
        return dimensions.length == 0 ? 1 : dimensions[0];
    }

    int[] dimensions() {
        return dimensions.clone();
    }

    /** Values in a row. */
    int width() {
        int width = 1;
        for (int i = 1; i < dimensions.length; i++) {
            width *= dimensions[i];
        }
        return width;
    }

    boolean isBytes() {
        return type instanceof FixedPoint && type.getSize() == 1;
    }

    /** Unsigned bytes in rows x height x width x channels, 1 or 3 of them: pictures. */
    boolean isPictures() {
        return isBytes() && dimensions.length == 4 && dimensions[1] <= 4096 && dimensions[2] <= 4096 && dimensions[1] > 0 && dimensions[2] > 0
                && (dimensions[3] == 1 || dimensions[3] == 3);
    }

    boolean isNumbers() {
        return type instanceof FixedPoint || type instanceof EnumDataType
                || type instanceof FloatingPoint && (type.getSize() == 4 || type.getSize() == 8);
    }

    /** Bytes of varying number, one lot a row: picture files. */
    boolean isFiles() {
        return type instanceof VariableLength && !((VariableLength) type).isVariableLengthString() && dimensions.length == 1;
    }

    /** The raw bytes of one row. */
    byte[] bytes(int row) {
        return file.guarded(() -> rows.row(row));
    }

    /** The bytes of varying number that a row refers to. */
    byte[] file(int row) {
        return file.guarded(() -> new HeapObject(file, ByteBuffer.wrap(rows.row(row)).order(ByteOrder.LITTLE_ENDIAN)).bytes());
    }

    /** The numbers of one row. @throws whetstone.labelling.DatasetException if it holds none */
    double[] numbers(int row) {
        if (!isNumbers()) {
            throw file.refused("'" + name + "' holds no numbers");
        }
        return file.guarded(() -> {
            ByteBuffer raw = ByteBuffer.wrap(rows.row(row)).order(order());
            double[] values = new double[width()];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(raw, i);
            }
            return values;
        });
    }

    private ByteOrder order() {
        DataType base = type instanceof EnumDataType named ? named.getBaseType() : type;
        return base instanceof OrderedDataType ordered ? ordered.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
    }

    private double number(ByteBuffer raw, int index) {
        int at = index * type.getSize();
        if (type instanceof FloatingPoint) {
            return type.getSize() == 4 ? raw.getFloat(at) : raw.getDouble(at);
        }
        boolean signed = !(type instanceof FixedPoint whole) || whole.isSigned();
        return switch (type.getSize()) {
            case 1 -> signed ? raw.get(at) : raw.get(at) & 0xff;
            case 2 -> signed ? raw.getShort(at) : raw.getShort(at) & 0xffff;
            case 4 -> signed ? raw.getInt(at) : raw.getInt(at) & 0xffffffffL;
            case 8 -> raw.getLong(at);
            default -> throw file.refused("'" + name + "' holds numbers of " + type.getSize() + " bytes");
        };
    }

    /** The text of one row, of fixed or varying length. @throws whetstone.labelling.DatasetException if it holds none */
    String text(int row) {
        boolean varying = type instanceof VariableLength some && some.isVariableLengthString();
        if (!varying && !(type instanceof StringData)) {
            throw file.refused("'" + name + "' holds no text");
        }
        byte[] raw = varying ? file(row) : bytes(row);
        int end = 0;
        while (end < raw.length && raw[end] != 0) {
            end++;
        }
        return new String(raw, 0, end, StandardCharsets.UTF_8);
    }
}
