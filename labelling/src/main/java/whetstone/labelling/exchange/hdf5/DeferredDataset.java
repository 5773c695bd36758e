package whetstone.labelling.exchange.hdf5;

import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.Group;
import io.jhdf.storage.HdfFileChannel;
import java.util.function.Supplier;

/** A dataset whose values are made when it is written, and forgotten after: a file of many rollouts has those of one in memory. */
final class DeferredDataset extends WritableDatasetImpl {
    private final Supplier<Object> values;

    /** @param values an array that the library can write */
    DeferredDataset(String name, Group parent, Supplier<Object> values) {
        super(0, name, parent);
        this.values = values;
    }

    @Override
    public long write(HdfFileChannel file, long position) {
        Object made = values.get();
        DatasetCreationOptions options = made instanceof byte[] ? DatasetCreationOptions.builder().unsigned().build()
                : DatasetCreationOptions.DEFAULT;
        return new WritableDatasetImpl(made, getName(), getParent(), options).write(file, position);
    }
}
