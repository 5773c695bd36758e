package whetstone.labelling.exchange.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.DeflatePipelineFilter;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Rows of a dataset that is stored in chunks, which may be tiles of several rows: those that cover a row are unpacked together and kept until
 * another row is asked for. A chunk is unpacked into exactly its size: a small one that grows without end is refused.
 */
final class ChunkedRows implements RowReader {
    /** The library does not name it: a checksum of four bytes behind the data. */
    private static final int FLETCHER = 3;
    private static final List<Integer> KNOWN = List.of(DeflatePipelineFilter.ID, ByteShuffleFilter.ID, FLETCHER);

    private final Hdf5File file;
    private final ChunkedDataset dataset;
    private final int[] dimensions;
    private final int[] chunk;
    private final int element;
    private final List<Integer> filters;
    private final int rowBytes;
    private final int chunkBytes;
    private byte[] band = {};
    private int bandStart = -1;

    ChunkedRows(Hdf5File file, ChunkedDataset dataset, int[] dimensions, int element, List<Integer> filters) {
        this.file = file;
        this.dataset = dataset;
        this.dimensions = dimensions;
        this.chunk = dataset.getChunkDimensions();
        this.element = element;
        this.filters = filters;
        if (!KNOWN.containsAll(filters)) {
            throw file.refused("'" + dataset.getPath() + "' is compressed in a way that is not read here (filters " + filters
                    + "): write it with gzip, or without compression");
        }
        if (chunk.length != dimensions.length || Arrays.stream(chunk).anyMatch(size -> size < 1)) {
            throw file.refused("'" + dataset.getPath() + "' has chunks of " + Arrays.toString(chunk));
        }
        this.rowBytes = (int) size(Arrays.copyOfRange(dimensions, 1, dimensions.length));
        this.chunkBytes = (int) size(chunk);
        if (size(bandShape()) > Hdf5Array.MOST_BYTES || chunkBytes <= 0) {
            throw file.refused("'" + dataset.getPath() + "' has chunks of " + Arrays.toString(chunk) + ", too large to be unpacked");
        }
        requireFit();
    }

    /**
     * Deflate makes a thousandth of what it is given at the very best, and what stands twice may refer to the same chunk: what says that it
     * holds more is a bomb, or damaged.
     */
    private void requireFit() {
        long most = file.size() * (filters.contains(DeflatePipelineFilter.ID) ? 2100 : 2);
        if (dimensions[0] * (long) rowBytes > most) {
            throw file.refused("'" + dataset.getPath() + "' says it is larger than such a file can hold");
        }
    }

    /** Bytes of a block; beyond every limit where they would not fit a number. */
    private long size(int[] shape) {
        long bytes = element;
        for (int side : shape) {
            bytes = Math.min((long) Integer.MAX_VALUE, bytes * side);
        }
        return bytes;
    }

    private int[] bandShape() {
        int[] shape = dimensions.clone();
        shape[0] = Math.min(chunk[0], dimensions[0]);
        return shape;
    }

    @Override
    public byte[] row(int index) {
        int start = index / chunk[0] * chunk[0];
        if (start != bandStart) {
            band = new byte[Math.toIntExact((long) Math.min(chunk[0], dimensions[0] - start) * rowBytes)];
            unpack(start);
            bandStart = start;
        }
        int from = (index - start) * rowBytes;
        return Arrays.copyOfRange(band, from, from + rowBytes);
    }

    private void unpack(int start) {
        int[] offset = new int[chunk.length];
        offset[0] = start;
        do {
            copy(unpacked(dataset.getRawChunkBuffer(offset)), offset, start);
        } while (next(offset));
    }

    /** To the next chunk of this band. */
    private boolean next(int[] offset) {
        for (int i = offset.length - 1; i > 0; i--) {
            offset[i] += chunk[i];
            if (offset[i] < dimensions[i]) {
                return true;
            }
            offset[i] = 0;
        }
        return false;
    }

    /** Copies what of a chunk lies inside the dataset, a run along the last dimension at a time. */
    private void copy(byte[] tile, int[] offset, int start) {
        int last = chunk.length - 1;
        int run = Math.min(chunk[last], dimensions[last] - offset[last]) * element;
        int runs = chunkBytes / (chunk[last] * element);
        int[] at = new int[chunk.length];
        for (int number = 0; number < runs; number++) {
            int rest = number;
            boolean inside = true;
            for (int i = last - 1; i >= 0; i--) {
                at[i] = offset[i] + rest % chunk[i];
                rest /= chunk[i];
                inside &= at[i] < dimensions[i];
            }
            at[last] = offset[last];
            if (inside) {
                System.arraycopy(tile, number * chunk[last] * element, band, place(at, start), run);
            }
        }
    }

    private int place(int[] at, int start) {
        int place = at[0] - start;
        for (int i = 1; i < at.length; i++) {
            place = place * dimensions[i] + at[i];
        }
        return place * element;
    }

    private byte[] unpacked(ByteBuffer packed) {
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        for (int i = filters.size() - 1; i >= 0; i--) {
            int filter = filters.get(i);
            if (filter == DeflatePipelineFilter.ID) {
                bytes = inflated(bytes, filters.contains(FLETCHER) ? Integer.BYTES : 0);
            } else if (filter == ByteShuffleFilter.ID) {
                bytes = unshuffled(bytes);
            } else {
                bytes = Arrays.copyOf(bytes, Math.max(0, bytes.length - Integer.BYTES));
            }
        }
        if (bytes.length < chunkBytes) {
            throw file.refused("a chunk of '" + dataset.getPath() + "' is too short");
        }
        return bytes;
    }

    private byte[] inflated(byte[] packed, int more) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[chunkBytes + more];
            int length = 0;
            while (length < bytes.length) {
                int read = inflater.inflate(bytes, length, bytes.length - length);
                if (read == 0) {
                    break;
                }
                length += read;
            }
            return Arrays.copyOf(bytes, length);
        } catch (DataFormatException damaged) {
            throw new whetstone.labelling.DatasetException(file.path() + " is damaged: a chunk of '" + dataset.getPath()
                    + "' can't be unpacked. Copy it again.", damaged);
        } finally {
            inflater.end();
        }
    }

    private byte[] unshuffled(byte[] shuffled) {
        byte[] bytes = shuffled.clone();
        int count = shuffled.length / element;
        for (int i = 0; i < count; i++) {
            for (int part = 0; part < element; part++) {
                bytes[i * element + part] = shuffled[part * count + i];
            }
        }
        return bytes;
    }
}
