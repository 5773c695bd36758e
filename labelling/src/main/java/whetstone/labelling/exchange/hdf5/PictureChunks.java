package whetstone.labelling.exchange.hdf5;

import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.indexing.ChunkImpl;
import io.jhdf.filter.DeflatePipelineFilter;
import io.jhdf.storage.HdfFileChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import whetstone.model.Picture;

/**
 * The pictures of one camera of one rollout, each a compressed chunk of the file. They are asked for one at a time when the file is written, and
 * lie in it once, whatever datasets refer to them.
 */
final class PictureChunks {
    /** Rendered pictures shrink nearly as much at the lowest level, in a fraction of the time. */
    private static final int[] LEVEL = {1};
    private static final DeflatePipelineFilter DEFLATE = new DeflatePipelineFilter();

    private final int frames;
    private final int height;
    private final int width;
    private final int channels;
    private final IntFunction<Picture> picture;
    private final List<Chunk> chunks = new ArrayList<>();

    /** @param picture by tick, each of the size given */
    PictureChunks(int frames, int height, int width, int channels, IntFunction<Picture> picture) {
        this.frames = frames;
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.picture = picture;
    }

    int frames() {
        return frames;
    }

    /** One picture: 1 x height x width x channels. */
    int[] shape() {
        return new int[] {1, height, width, channels};
    }

    int bytes() {
        return Math.multiplyExact(Math.multiplyExact(height, width), channels);
    }

    boolean written() {
        return !chunks.isEmpty();
    }

    /** The chunk of a tick; the last one for every tick behind the end. */
    Chunk chunk(int tick) {
        Chunk last = chunks.get(Math.min(tick, frames - 1));
        return new ChunkImpl(last.getAddress(), last.getSize(), new long[] {tick, 0, 0, 0});
    }

    /** Writes all of them from an address on. @return the address behind the last one */
    long write(HdfFileChannel file, long from) {
        long address = from;
        for (int tick = 0; tick < frames; tick++) {
            byte[] samples = new byte[bytes()];
            picture.apply(tick).samples().get(samples);
            byte[] packed = DEFLATE.encode(samples, LEVEL);
            writeFully(file, ByteBuffer.wrap(packed), address);
            chunks.add(new ChunkImpl(address, packed.length, new long[] {tick, 0, 0, 0}));
            address += packed.length;
        }
        return address;
    }

    static void writeFully(HdfFileChannel file, ByteBuffer bytes, long address) {
        long at = address;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }
}
