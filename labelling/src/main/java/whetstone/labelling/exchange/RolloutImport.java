package whetstone.labelling.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.RolloutWriter;
import whetstone.model.Camera;
import whetstone.model.RolloutInfo;

/**
 * Streams steps and their picture files, kept to the byte, into one rollout. One that fails or is cancelled is marked as deleted:
 * a rollout is imported whole or not at all. Pictures are in memory one step at a time. Any thread but the drive thread.
 */
final class RolloutImport {
    private final Dataset dataset;
    private final RolloutInfo info;
    private final Set<Long> before;

    RolloutImport(Dataset dataset, RolloutInfo info) {
        this.dataset = dataset;
        this.info = info;
        this.before = dataset.rollouts().stream().map(RolloutSummary::id).collect(Collectors.toSet());
    }

    /** The cameras by the first step's pictures, in the order of the names. */
    static List<Camera> cameras(ImportedStep first, List<String> names) {
        List<Camera> cameras = new ArrayList<>();
        for (String name : names) {
            EncodedPicture picture = PictureFile.read(first.pictures().get(name), first.place());
            cameras.add(AssumedCar.camera(name, picture.width(), picture.height()));
        }
        return cameras;
    }

    /** @throws DatasetException with a sentence that names file and row if anything is wrong; then nothing was imported */
    ImportResult write(List<ImportedStep> steps, DoubleConsumer progress, BooleanSupplier cancelled) {
        RolloutWriter writer = dataset.record(info);
        try {
            for (ImportedStep step : steps) {
                if (cancelled.getAsBoolean()) {
                    discard(writer);
                    return ImportResult.CANCELLED;
                }
                writer.append(step.step(), pictures(step));
                writer.fault().ifPresent(why -> {
                    throw new DatasetException(why);
                });
                progress.accept((step.step().tick() + 1) / (double) steps.size());
            }
            int labelled = (int) steps.stream().filter(step -> step.step().executedAction().isPresent()).count();
            return new ImportResult(OptionalLong.of(writer.finish().join()), steps.size(), labelled);
        } catch (DatasetException | CompletionException failure) {
            throw abandoned(writer, failure);
        }
    }

    private Map<String, EncodedPicture> pictures(ImportedStep step) {
        Map<String, EncodedPicture> pictures = new HashMap<>();
        step.pictures().forEach((name, file) -> {
            EncodedPicture picture = PictureFile.read(file, step.place());
            Camera camera = info.environment().camera(name);
            if (picture.width() != camera.width() || picture.height() != camera.height()) {
                throw PictureFile.refused(step.place(), file, "is " + picture.width() + " x " + picture.height()
                        + ", not " + camera.width() + " x " + camera.height() + " as the first one: all pictures of a camera are of one size");
            }
            checkWhole(picture, file.toString(), step.place());
            pictures.put(name, picture);
        });
        return pictures;
    }

    /** A picture with a good beginning and a broken rest is better found now than in the middle of labelling. */
    private static void checkWhole(EncodedPicture picture, String file, String place) {
        try {
            picture.decode(3);
        } catch (IllegalArgumentException damaged) {
            throw new DatasetException(place + ": " + damaged.getMessage() + " (" + file + "). Take it out or copy it again.", damaged);
        }
    }

    private DatasetException abandoned(RolloutWriter writer, RuntimeException failure) {
        DatasetException sentence = failure instanceof CompletionException && failure.getCause() instanceof DatasetException cause ? cause
                : new DatasetException(failure.getMessage(), failure);
        try {
            discard(writer);
        } catch (DatasetException | CompletionException second) {
            sentence.addSuppressed(second);
        }
        return sentence;
    }

    private void discard(RolloutWriter writer) {
        try {
            writer.finish().join();
        } finally {
            dataset.rollouts().stream().filter(rollout -> !before.contains(rollout.id()) && rollout.info().source().equals(info.source()))
                    .forEach(rollout -> dataset.markDeleted(rollout.id(), true).join());
        }
    }
}
