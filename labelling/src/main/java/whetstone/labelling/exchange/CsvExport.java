package whetstone.labelling.exchange;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeRepair;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Picture;
import whetstone.model.Rollout;
import whetstone.model.Step;

/**
 * Writes rollouts with their labels for other tools: {@code frames.csv}, one row a frame, and every picture as PNG under
 * {@code pictures/<rollout>/}. Columns: rollout, tick, seconds, a path per camera, the learner's, the executed and the labelled action
 * by dimension, what the stick said where the labelled action is a correction ({@code given_...}), who was in control, the kind of label in
 * force, who gave it and which version of {@link StrokeRepair} it was repaired by, events. What is not known, or is not so, is left empty.
 * The work log goes with it as {@code sittings.csv}. The table appears under its name only when it is complete. Any thread.
 */
public final class CsvExport {
    private static final String TABLE = "frames.csv";

    private final Dataset dataset;
    private final DoubleConsumer progress;
    private final BooleanSupplier cancelled;
    private final List<String> cameras = new ArrayList<>();
    private final List<String> dimensions = new ArrayList<>();
    private int frames;
    private int labelled;

    /** @param labelled frames with a correction or approval in force */
    public record Result(int rollouts, int frames, int labelled, boolean cancelled) {}

    private CsvExport(Dataset dataset, DoubleConsumer progress, BooleanSupplier cancelled) {
        this.dataset = dataset;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /**
     * @param folder made where it is missing; must not hold an export yet
     * @param progress takes the share that is done, 0 to 1
     * @throws DatasetException if the folder can't be written or holds an export already
     */
    public static Result write(Dataset dataset, List<Long> rollouts, Path folder, DoubleConsumer progress, BooleanSupplier cancelled) {
        try {
            return new CsvExport(dataset, progress, cancelled).write(rollouts.stream().map(dataset::rollout).toList(), rollouts, folder);
        } catch (IOException unwritable) {
            throw new DatasetException("The export to " + folder + " failed (" + unwritable.getMessage()
                    + "): make room there or choose another folder.", unwritable);
        }
    }

    private Result write(List<Rollout> rollouts, List<Long> ids, Path folder) throws IOException {
        Path table = folder.resolve(TABLE);
        if (Files.exists(table)) {
            throw new DatasetException(folder + " holds an export already (" + TABLE + "): choose an empty folder.");
        }
        Files.createDirectories(folder);
        nameColumns(rollouts);
        Path unfinished = folder.resolve(TABLE + ".part");
        int all = rollouts.stream().mapToInt(Rollout::length).sum();
        try (Writer writer = Files.newBufferedWriter(unfinished); CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            csv.printRecord(header());
            for (int index = 0; index < ids.size(); index++) {
                write(rollouts.get(index), ids.get(index), folder, csv, all);
            }
        }
        if (cancelled.getAsBoolean()) {
            Files.delete(unfinished);
        } else {
            WorkLogCsv.write(dataset.experts().sittings(), folder);
            Files.move(unfinished, table);
        }
        return new Result(ids.size(), frames, labelled, cancelled.getAsBoolean());
    }

    private void nameColumns(List<Rollout> rollouts) {
        Set<String> views = new LinkedHashSet<>();
        Set<String> actions = new LinkedHashSet<>();
        for (Rollout rollout : rollouts) {
            rollout.info().environment().cameras().forEach(camera -> views.add(camera.name()));
            rollout.info().environment().action().dimensions().forEach(dimension -> actions.add(dimension.name()));
        }
        cameras.addAll(views);
        dimensions.addAll(actions);
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(List.of("rollout", "tick", "seconds"));
        cameras.forEach(camera -> names.add("picture_" + camera));
        for (String who : List.of("learner", "executed", "label", "given")) {
            dimensions.forEach(dimension -> names.add(who + "_" + dimension));
        }
        names.addAll(List.of("control", "label_kind", "label_by", "label_repair", "events"));
        return names;
    }

    private void write(Rollout rollout, long id, Path folder, CSVPrinter csv, int all) throws IOException {
        LabelTrack labels = dataset.track(id);
        Files.createDirectories(folder.resolve("pictures").resolve(String.valueOf(id)));
        for (int tick = 0; tick < rollout.length() && !cancelled.getAsBoolean(); tick++) {
            Step step = rollout.step(tick);
            csv.printRecord(row(step, id, rollout.info().environment().ticksPerSecond(), labels, folder));
            frames++;
            progress.accept(frames / (double) all);
        }
    }

    private List<Object> row(Step step, long id, double ticksPerSecond, LabelTrack labels, Path folder) throws IOException {
        List<Object> row = new ArrayList<>(List.of(id, step.tick(), String.format(Locale.ROOT, "%.4f", step.tick() / ticksPerSecond)));
        for (String camera : cameras) {
            row.add(picture(step.seen().pictures(), camera, id, step.tick(), folder));
        }
        Optional<Action> label = label(step, labels);
        labelled += label.isPresent() ? 1 : 0;
        for (Optional<Action> action : List.of(step.learnerAction(), step.executedAction(), label, labels.raw(step.tick()))) {
            dimensions.forEach(dimension -> row.add(value(action, dimension)));
        }
        row.add(step.control().name().toLowerCase(Locale.ROOT));
        row.add(labels.label(step.tick()).map(CsvExport::kind).orElse(""));
        row.add(labels.entry(step.tick()).map(entry -> entry.expert()).orElse(""));
        row.add(repaired(step, labels) ? StrokeRepair.VERSION : "");
        row.add(step.events().stream().map(event -> event.name().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(" ")));
        return row;
    }

    private static Optional<Action> label(Step step, LabelTrack labels) {
        return labels.label(step.tick()).flatMap(label -> switch (label) {
            case Label.Correction _ -> labels.correction(step.tick());
            case Label.Approval _ -> step.learnerAction();
            case Label.Rejection _ -> Optional.empty();
        });
    }

    private static boolean repaired(Step step, LabelTrack labels) {
        return labels.label(step.tick()).filter(label -> label instanceof Label.Correction(var _, Stroke stroke)
                && labels.repair().repairs(stroke)).isPresent();
    }

    private static String kind(Label label) {
        return switch (label) {
            case Label.Correction _ -> "correction";
            case Label.Approval _ -> "approval";
            case Label.Rejection _ -> "rejection";
        };
    }

    private static String value(Optional<Action> action, String dimension) {
        return action.filter(known -> known.spec().dimensions().stream().map(ActionSpec.Dimension::name).anyMatch(dimension::equals))
                .map(known -> String.valueOf(known.get(dimension))).orElse("");
    }

    private static String picture(Map<String, Picture> pictures, String camera, long id, int tick, Path folder) throws IOException {
        if (!pictures.containsKey(camera)) {
            return "";
        }
        String place = String.format(Locale.ROOT, "pictures/%d/%06d-%s.png", id, tick, camera);
        ImageIO.write(image(pictures.get(camera)), "png", folder.resolve(place).toFile());
        return place;
    }

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        int green = picture.channels() < 3 ? 0 : 1;
        int blue = picture.channels() < 3 ? 0 : 2;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.sample(y, x, 0) << 16 | picture.sample(y, x, green) << 8 | picture.sample(y, x, blue));
            }
        }
        return image;
    }
}
