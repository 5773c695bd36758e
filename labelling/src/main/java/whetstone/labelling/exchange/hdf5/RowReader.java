package whetstone.labelling.exchange.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads the raw bytes of one row (everything behind the first dimension) of a dataset, however it is stored. */
@FunctionalInterface
interface RowReader {
    /** @return bytes in the file's own order of bytes; of the row's size */
    byte[] row(int index);

    /** @param rowBytes of one row, already found to be reasonable */
    static RowReader of(Hdf5File file, Dataset dataset, int[] dimensions, int rowBytes) {
        int length = dimensions.length == 0 ? 1 : dimensions[0];
        if (dataset instanceof ContiguousDataset contiguous) {
            long address = length == 0 || dataset.isEmpty() ? 0 : contiguous.getDataAddress();
            if (address + (long) length * rowBytes > file.size()) {
                throw file.refused("'" + dataset.getPath() + "' says it is larger than the file");
            }
            return index -> {
                byte[] row = new byte[rowBytes];
                file.library().getHdfBackingStorage().readBufferFromAddress(address + (long) index * rowBytes, rowBytes).get(row);
                return row;
            };
        }
        if (dataset instanceof ChunkedDataset chunked) {
            List<Integer> filters = dataset.getFilters().stream().map(PipelineFilterWithData::getId).toList();
            return new ChunkedRows(file, chunked, dimensions, dataset.getDataType().getSize(), filters);
        }
        return compact(file, dataset, length, rowBytes);
    }

    private static RowReader compact(Hdf5File file, Dataset dataset, int length, int rowBytes) {
        if ((long) length * rowBytes > Character.MAX_VALUE) {
            throw file.refused("'" + dataset.getPath() + "' says it is larger than the place it lies in");
        }
        if (!(dataset instanceof io.jhdf.dataset.CompactDataset small)) {
            throw file.refused("'" + dataset.getPath() + "' is stored in a way that is not read here");
        }
        ByteBuffer all = small.getDataBuffer();
        return index -> {
            byte[] row = new byte[rowBytes];
            all.get(index * rowBytes, row);
            return row;
        };
    }
}
