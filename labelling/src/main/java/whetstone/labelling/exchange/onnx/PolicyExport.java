package whetstone.labelling.exchange.onnx;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Progress;
import whetstone.model.Action;
import whetstone.model.Observation;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.ExportedPolicy;
import whetstone.model.policy.onnx.OnnxExport;
import whetstone.model.policy.onnx.PictureSize;

/**
 * Writes a policy of a dataset as an ONNX file: run in ONNX Runtime beside the engine that trained it on 1,000 frames, and refused where
 * they differ; written beside its place and moved when all is well.
 */
public final class PolicyExport {
    public static final int FRAMES = 1_000;
    /** The most that an action may differ by, in the action's own units. */
    public static final double TOLERANCE = 1e-5;
    private static final double JUDGED = 0.6;

    private final Function<PolicyVersion, Policy> engine;

    /** @param engine how the engine that trained a policy acts: the judge */
    public PolicyExport(Function<PolicyVersion, Policy> engine) {
        this.engine = engine;
    }

    /**
     * What was written.
     *
     * @param frames compared
     * @param recorded how many of them are recordings; the others are noise
     * @param worst the largest difference of an action that was seen
     * @param data empty where the file doesn't know what the policy was trained on
     */
    public record Result(PictureSize size, int frames, int recorded, double worst, Optional<TrainingData> data) {}

    /**
     * @param size of the camera's pictures that the model will take
     * @param out a file that is there is replaced, once the new one is whole
     * @throws DatasetException with a sentence where it can't be written, or acts otherwise than it should
     * @throws CancellationException when cancelled; nothing is left behind
     */
    public Result write(Dataset dataset, PolicyVersion version, PictureSize size, Path out, Progress progress) {
        try {
            byte[] bare = OnnxExport.write(version.description(), version.weights(), size, Map.of());
            JudgedFrames frames = new JudgedFrames(dataset, version.description().input().camera(), size, FRAMES);
            double worst = compared(version, bare, size, frames, progress.part(0, JUDGED));
            Optional<TrainingData> data = TrainingData.of(dataset, version, progress.part(JUDGED, 1));
            save(OnnxExport.write(version.description(), version.weights(), size, Provenance.of(dataset, version, data)), out);
            return new Result(size, FRAMES, frames.recorded(), worst, data);
        } catch (IOException unwritable) {
            throw new DatasetException("The policy can't be written to " + out + " (" + unwritable.getMessage()
                    + "): choose another place.", unwritable);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            throw new DatasetException(version.name() + " was not exported: " + unfit.getMessage(), unfit);
        }
    }

    private double compared(PolicyVersion version, byte[] model, PictureSize size, JudgedFrames frames, Progress progress) {
        double worst = 0;
        try (Policy judge = engine.apply(version); Policy exported = new ExportedPolicy(version.description(), model, size)) {
            for (int index = 0; index < FRAMES; index++) {
                progress.at(index, FRAMES);
                Observation seen = frames.get(index);
                worst = Math.max(worst, difference(judge.act(seen), exported.act(seen)));
                if (worst > TOLERANCE) {
                    throw new DatasetException(String.format(Locale.ROOT, "%s was not exported: on frame %d of %d its model acts by %.1e "
                            + "otherwise than the policy, and %.0e is allowed. Please report this with the dataset file.",
                            version.name(), index + 1, FRAMES, worst, TOLERANCE));
                }
            }
        }
        return worst;
    }

    private static double difference(Action one, Action other) {
        double worst = 0;
        for (int i = 0; i < one.size(); i++) {
            worst = Math.max(worst, Math.abs((double) one.get(i) - other.get(i)));
        }
        return worst;
    }

    private static void save(byte[] model, Path out) throws IOException {
        Path place = out.toAbsolutePath().normalize();
        Files.createDirectories(place.getParent());
        Path unfinished = place.resolveSibling("." + place.getFileName() + ".part");
        try {
            Files.write(unfinished, model);
            try {
                Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
