package whetstone.labelling.exchange.hdf5;

import io.jhdf.ObjectHeader;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.Group;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndexWriter;
import io.jhdf.filter.DeflatePipelineFilter;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A dataset of pictures (frames x height x width x channels, unsigned bytes), a compressed chunk each, that is never in memory as a whole:
 * the library's own wants all of it at once. The last picture may be repeated, and the first left out, without being written twice.
 */
final class PictureDataset extends WritableDatasetImpl {
    private static final int[] LEVEL = {1};
    private static final int LEAST_PAGE_BITS = 10;

    private final PictureChunks pictures;
    private final int first;
    private final int length;

    /**
     * @param first tick of the dataset's first picture
     * @param length number of pictures; those behind the last one are the last one again
     */
    PictureDataset(String name, Group parent, PictureChunks pictures, int first, int length) {
        super(shape(length, pictures), name, parent, DatasetCreationOptions.builder().unsigned().build());
        this.pictures = pictures;
        this.first = first;
        this.length = length;
    }

    /** The library takes a dataset's shape from an array, of which it looks only at what comes first: the rest needs not be there. */
    private static byte[][][][] shape(int length, PictureChunks pictures) {
        int[] one = pictures.shape();
        byte[][][][] shape = new byte[length][][][];
        shape[0] = new byte[one[1]][][];
        shape[0][0] = new byte[one[2]][];
        shape[0][0][0] = new byte[one[3]];
        return shape;
    }

    @Override
    public long write(HdfFileChannel file, long position) {
        int header = header(position, layout(0, 0)).limit();
        long end = position + header;
        if (!pictures.written()) {
            end = pictures.write(file, end);
        }
        DataLayoutMessage layout;
        if (length == 1) {
            Chunk only = pictures.chunk(first);
            layout = layout(only.getAddress(), only.getSize());
        } else {
            List<Chunk> chunks = IntStream.range(0, length).mapToObj(index -> pictures.chunk(first + index)).toList();
            ByteBuffer index = FixedArrayIndexWriter.createFixedArray(chunks, end, pictures.bytes(), true, pageBits());
            PictureChunks.writeFully(file, index.duplicate(), end);
            layout = layout(end, 0);
            end += index.limit();
        }
        PictureChunks.writeFully(file, header(position, layout), position);
        file.position(end);
        return end;
    }

    private int pageBits() {
        return Math.max(LEAST_PAGE_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(length - 1));
    }

    private DataLayoutMessage layout(long address, int size) {
        int[] one = pictures.shape();
        int[] chunk = {one[0], one[1], one[2], one[3], 1};
        return length == 1 ? ChunkedDataLayoutMessageV4.createFilteredSingleChunk(address, chunk, size)
                : ChunkedDataLayoutMessageV4.createFixedArray(address, chunk, pageBits());
    }

    private ByteBuffer header(long position, DataLayoutMessage layout) {
        List<Message> messages = new ArrayList<>();
        messages.add(DataTypeMessage.create(getDataType()));
        messages.add(DataSpaceMessage.create(DataSpace.fromObject(getData())));
        messages.add(FillValueMessage.NO_FILL);
        messages.add(FilterPipelineMessage.create(List.of(
                new FilterPipelineMessage.FilterInfo(DeflatePipelineFilter.ID, "deflate", false, LEVEL))));
        messages.add(layout);
        return new ObjectHeader.ObjectHeaderV2(position, messages).toBuffer();
    }
}
