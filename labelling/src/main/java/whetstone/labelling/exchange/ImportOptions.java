package whetstone.labelling.exchange;

import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import whetstone.labelling.DatasetException;

/**
 * What the user may say about an import.
 *
 * @param framesPerSecond at which the frames were taken, or are to be taken from a video; where it is not given the format's own rate
 * @param width at most which pictures of a video are kept, in pixels; where it is not given as they are
 * @param clock tells when it was imported
 */
public record ImportOptions(OptionalDouble framesPerSecond, OptionalInt width, InstantSource clock) {
    private static final double MOST_FRAMES_PER_SECOND = 240;

    /** @throws DatasetException with a sentence where a number is out of range */
    public ImportOptions {
        framesPerSecond.ifPresent(rate -> {
            if (!(rate > 0 && rate <= MOST_FRAMES_PER_SECOND)) {
                throw new DatasetException(rate + " frames per second are not between 0 and " + (int) MOST_FRAMES_PER_SECOND
                        + ": give the rate at which the pictures were taken.");
            }
        });
        width.ifPresent(pixels -> {
            if (pixels < 1) {
                throw new DatasetException("A width of " + pixels + " pixels is none: give how wide the pictures are to be kept.");
            }
        });
    }

    public static ImportOptions usual(InstantSource clock) {
        return new ImportOptions(OptionalDouble.empty(), OptionalInt.empty(), clock);
    }

    public ImportOptions withFramesPerSecond(double rate) {
        return new ImportOptions(OptionalDouble.of(rate), width, clock);
    }

    public ImportOptions withWidth(int pixels) {
        return new ImportOptions(framesPerSecond, OptionalInt.of(pixels), clock);
    }
}
