package whetstone.labelling.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.RolloutWriter;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;

/**
 * Streams the rollouts of a foreign source into a dataset, a frame at a time, with their labels. An import that fails or is cancelled is
 * marked as deleted: all of it is imported or nothing. Any thread but FX and drive.
 */
public final class Import {
    private final Dataset dataset;
    private final Progress progress;
    private final List<Long> rollouts = new ArrayList<>();
    private final Set<Long> before;
    private final Set<String> sources;
    private final long all;
    private int frames;
    private int labelled;

    private Import(Dataset dataset, Progress progress, List<ImportedRollout> found) {
        this.dataset = dataset;
        this.progress = progress;
        this.before = dataset.rollouts().stream().map(RolloutSummary::id).collect(Collectors.toSet());
        this.sources = found.stream().map(rollout -> rollout.info().source()).collect(Collectors.toSet());
        this.all = found.stream().mapToLong(ImportedRollout::length).sum();
    }

    /** @throws DatasetException with a sentence that names file and frame if anything is wrong; then nothing was imported */
    public static ImportResult into(Dataset dataset, ImportSource source, Progress progress) {
        if (source.rollouts().isEmpty()) {
            throw new DatasetException("There is no rollout to import there.");
        }
        return new Import(dataset, progress, source.rollouts()).write(source.rollouts());
    }

    private ImportResult write(List<ImportedRollout> sources) {
        try {
            sources.forEach(this::write);
            return new ImportResult(rollouts, frames, labelled);
        } catch (CancellationException _) {
            discard();
            return ImportResult.CANCELLED;
        } catch (DatasetException | CompletionException | IllegalArgumentException failure) {
            throw abandoned(failure);
        }
    }

    private void write(ImportedRollout source) {
        RolloutWriter writer = dataset.record(source.info());
        ImportedLabels labels = new ImportedLabels(source.info());
        try {
            write(source, writer, labels);
        } catch (DatasetException | CancellationException | IllegalArgumentException end) {
            // A rollout is ended before it can be marked as deleted.
            end(writer, end);
            throw end;
        }
        rollouts.add(writer.finish().join());
        labelled += labels.append(dataset, rollouts.getLast());
    }

    private void write(ImportedRollout source, RolloutWriter writer, ImportedLabels labels) {
        int tick = 0;
        for (Iterator<ImportedFrame> steps = source.frames(); steps.hasNext(); tick++) {
            ImportedFrame frame = steps.next();
            check(frame, tick, source.info());
            writer.append(frame.step(), frame.originals());
            writer.fault().ifPresent(why -> {
                throw new DatasetException(why);
            });
            labels.add(frame);
            progress.at(++frames, all);
        }
        if (tick == 0) {
            throw new DatasetException(source.info().source() + " holds no frame: there is nothing to import.");
        }
    }

    private static void end(RolloutWriter writer, RuntimeException reason) {
        try {
            writer.finish().join();
        } catch (CompletionException second) {
            reason.addSuppressed(second);
        }
    }

    /** What a reader promises is asked of it all the same: what is wrong is better found now than in the middle of labelling. */
    private static void check(ImportedFrame frame, int tick, RolloutInfo info) {
        if (frame.step().tick() != tick) {
            throw new DatasetException(frame.place() + ": this frame is tick " + frame.step().tick() + " where " + tick
                    + " was expected: frames come in order, without gaps.");
        }
        EnvironmentSpec environment = info.environment();
        for (Camera camera : environment.cameras()) {
            EncodedPicture original = frame.originals().get(camera.name());
            if (original != null) {
                checkSize(original.width(), original.height(), camera, frame.place());
            }
            Picture picture = decoded(frame, camera);
            checkSize(picture.width(), picture.height(), camera, frame.place());
        }
        if (frame.step().seen().state().size() != environment.stateNames().size()) {
            throw new DatasetException(frame.place() + ": " + frame.step().seen().state().size() + " measured values where "
                    + environment.stateNames().size() + " were expected.");
        }
    }

    private static Picture decoded(ImportedFrame frame, Camera camera) {
        try {
            return frame.picture(camera.name(), camera.channels());
        } catch (IllegalArgumentException damaged) {
            throw new DatasetException(frame.place() + ": " + damaged.getMessage() + ". Take it out or copy it again.", damaged);
        }
    }

    private static void checkSize(int width, int height, Camera camera, String place) {
        if (width != camera.width() || height != camera.height()) {
            throw new DatasetException(place + ": the picture of camera '" + camera.name() + "' is " + width + " x " + height + ", not "
                    + camera.width() + " x " + camera.height() + " as the first one: all pictures of a camera are of one size.");
        }
    }

    private DatasetException abandoned(RuntimeException failure) {
        DatasetException sentence = switch (failure) {
            case DatasetException said -> said;
            case CompletionException wrapped when wrapped.getCause() instanceof DatasetException cause -> cause;
            default -> new DatasetException(failure.getMessage(), failure);
        };
        try {
            discard();
        } catch (DatasetException | CompletionException second) {
            sentence.addSuppressed(second);
        }
        return sentence;
    }

    private void discard() {
        dataset.rollouts().stream().filter(rollout -> !before.contains(rollout.id()) && sources.contains(rollout.info().source()))
                .forEach(rollout -> dataset.markDeleted(rollout.id(), true).join());
    }
}
