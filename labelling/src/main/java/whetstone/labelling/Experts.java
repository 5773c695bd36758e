package whetstone.labelling;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import whetstone.labelling.calibration.Calibration;

/**
 * What a dataset file knows of the people who label: how late and how large they steer, what was shown to them twice, how long they
 * worked. Reads answer at once from any thread; a returned future completes when the row is on disk, with the row and its id.
 * Every method may throw {@link DatasetException} with a sentence for the user.
 */
public interface Experts {
    /** Calibrations are only ever added; the newest of an expert, device and speed is the last one. */
    CompletableFuture<Calibration> save(Calibration calibration);

    /** Oldest first. */
    List<Calibration> calibrations();

    CompletableFuture<Repeat> save(Repeat repeat);

    /** Oldest first. */
    List<Repeat> repeats();

    /** Adds a sitting whose id is 0; brings one that has an id up to date. */
    CompletableFuture<Sitting> save(Sitting sitting);

    /** Oldest first. */
    List<Sitting> sittings();
}
