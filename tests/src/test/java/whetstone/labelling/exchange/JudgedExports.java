package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.StrokeWriter;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/**
 * Writes two datasets to every format, for {@code tests/readers/judge}: {@code kart}, drives of Skyway with every kind of label by three
 * experts in three rounds, and {@code car}, a vehicle with two cameras, one JPEG and one PNG, that steers and accelerates.
 */
final class JudgedExports {
    private static final ActionSpec STEER_AND_THROTTLE = new ActionSpec(List.of(new ActionSpec.Dimension("steer", -1, 1),
            new ActionSpec.Dimension("throttle", -1, 1)));
    private static final EnvironmentSpec CAR = new EnvironmentSpec("car", "", 20, STEER_AND_THROTTLE,
            List.of(AssumedCar.camera("front", 48, 36), AssumedCar.camera("rear", 40, 32)), List.of("speed", "yaw rate"), AssumedCar.VEHICLE, false);

    private JudgedExports() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        try (Dataset kart = SkywayDataset.empty(Files.createDirectories(out.resolve("kart")))) {
            drive(kart);
            export(kart, out.resolve("kart"));
        }
        try (Dataset car = SkywayDataset.empty(Files.createDirectories(out.resolve("car")))) {
            Import.into(car, () -> IntStream.range(0, 4).mapToObj(number -> recorded(number, new Random(number))).toList(), Progress.unseen());
            export(car, out.resolve("car"));
        }
    }

    private static void export(Dataset dataset, Path folder) {
        Recordings recordings = Recordings.of(dataset, dataset.rollouts().stream().map(rollout -> rollout.id()).toList());
        for (ExportFormat format : Formats.exports()) {
            try {
                Export.run(format, recordings, folder.resolve(format.name()), Progress.unseen());
            } catch (DatasetException refused) {
                System.out.println(folder.getFileName() + " as " + format.name() + ": " + refused.getMessage());
            }
        }
    }

    private static void drive(Dataset dataset) {
        long first = SkywayDataset.byLearner(dataset, "alpha", 30, 1);
        SkywayDataset.byExpert(dataset, "delta", 20, 2);
        long third = SkywayDataset.byLearner(dataset, "bravo", 25, 3);
        SkywayDataset.byLearner(dataset, "charlie", 10, 3);
        SkywayDataset.byExpert(dataset, "echo", 12, 3);
        dataset.experts().save(new Calibration(0, "bo", "wheel", 1, 0.25, 0.02, 2, 0, 0.9, Instant.EPOCH)).join();
        say(dataset, first, "anna", new Label.Approval(new TickRange(0, 6)));
        say(dataset, first, "anna", new Label.Rejection(new TickRange(6, 9)));
        steer(dataset, first, "bo", 9, 20);
        say(dataset, third, "Čára, the \"third\"", new Label.Approval(new TickRange(2, 5)));
        steer(dataset, third, "anna", 4, 18);
        say(dataset, third, "bo", new Label.Rejection(new TickRange(17, 25)));
    }

    private static void say(Dataset dataset, long rollout, String expert, Label label) {
        dataset.append(new JournalEntry.Labelled(0, rollout, expert, Instant.EPOCH, label)).join();
    }

    /** A stroke that swings to and fro. */
    private static void steer(Dataset dataset, long rollout, String expert, int from, int to) {
        StrokeWriter stroke = dataset.beginStroke(rollout, expert, "wheel", Instant.EPOCH, 10, dataset.rollout(rollout).info().environment()
                .action());
        stroke.append(new PlaybackSegment(0, from, 1));
        int samples = 50;
        long[] nanos = new long[samples];
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            nanos[i] = i * 50_000_000L;
            values[i] = (float) Math.sin(i / 5.0);
        }
        stroke.append(new StrokeSamples(1, nanos, values));
        stroke.finish(List.of(new TickRange(from, to))).join();
    }

    private static ImportedRollout recorded(int number, Random random) {
        RolloutInfo info = new RolloutInfo(CAR, "car " + number, OptionalLong.empty(), number, number, Instant.ofEpochSecond(1_700_000_000L + number),
                Optional.of("anna"));
        List<ImportedFrame> frames = IntStream.range(0, 12 + number).mapToObj(tick -> frame(tick, random)).toList();
        return new IndexedRollout(info, frames.size(), frames::get);
    }

    private static ImportedFrame frame(int tick, Random random) {
        Map<String, EncodedPicture> originals = Map.of("front", new EncodedPicture(PictureEncoding.jpeg(picture(48, 36, random), 0.9f)),
                "rear", new EncodedPicture(PictureEncoding.png(picture(40, 32, random))));
        Optional<Action> learner = random.nextInt(4) > 0 ? Optional.of(action(random)) : Optional.empty();
        Control control = random.nextInt(3) == 0 ? Control.HUMAN : Control.POLICY;
        Step step = new Step(tick, new Observation(Map.of(), new StateVector(new float[] {random.nextFloat() * 20, random.nextFloat() - 0.5f})),
                learner, Optional.of(action(random)), control, Optional.empty(), Set.of(), Optional.empty());
        Optional<Said> said = switch (random.nextInt(4)) {
            case 0 -> Optional.of(Said.correction(action(random), random.nextBoolean() ? "anna" : "bo"));
            case 1 -> learner.map(wanted -> new Said(Said.Kind.APPROVAL, Optional.of(wanted), Optional.empty(), "anna", 0, 1));
            case 2 -> Optional.of(new Said(Said.Kind.REJECTION, Optional.empty(), Optional.empty(), "bo", 0, 1));
            default -> Optional.empty();
        };
        return new ImportedFrame(step, originals, said, "frame " + tick);
    }

    /** Smooth, as what a camera sees, so that JPEG does not lose much. */
    private static Picture picture(int width, int height, Random random) {
        byte[] samples = new byte[width * height * 3];
        int shift = random.nextInt(256);
        for (int i = 0; i < samples.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            samples[i] = (byte) (128 + 100 * Math.sin((x + 2 * y + shift + 40 * (i % 3)) / 17.0));
        }
        return new Picture(width, height, 3, samples);
    }

    private static Action action(Random random) {
        return new Action(STEER_AND_THROTTLE, new float[] {random.nextFloat() * 2 - 1, random.nextFloat() * 2 - 1});
    }
}
