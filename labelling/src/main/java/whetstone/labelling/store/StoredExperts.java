package whetstone.labelling.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import whetstone.labelling.Experts;
import whetstone.labelling.Repeat;
import whetstone.labelling.Sitting;
import whetstone.labelling.calibration.Calibration;

/** What a dataset file knows of its experts. */
final class StoredExperts implements Experts {
    private final DatasetFile file;

    StoredExperts(DatasetFile file) {
        this.file = file;
    }

    @Override
    public CompletableFuture<Calibration> save(Calibration calibration) {
        return file.write(handle -> CalibrationTable.insert(handle, calibration));
    }

    @Override
    public List<Calibration> calibrations() {
        return file.read(handle -> CalibrationTable.all(handle, file.faults()));
    }

    @Override
    public CompletableFuture<Repeat> save(Repeat repeat) {
        return file.write(handle -> RepeatTable.insert(handle, repeat));
    }

    @Override
    public List<Repeat> repeats() {
        return file.read(handle -> RepeatTable.all(handle, file.faults()));
    }

    @Override
    public CompletableFuture<Sitting> save(Sitting sitting) {
        return file.write(handle -> SittingTable.save(handle, sitting));
    }

    @Override
    public List<Sitting> sittings() {
        return file.read(handle -> SittingTable.all(handle, file.faults()));
    }
}
