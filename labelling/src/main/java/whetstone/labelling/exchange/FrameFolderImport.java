package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;

/**
 * Reads a folder of pictures, JPEG or PNG, as one rollout in the natural order of their names. Where a table lies beside them
 * ({@link FrameTable}), a human drove as it says. Else nobody knows what was done: no step has an action until somebody labels it.
 */
public final class FrameFolderImport implements ImportFormat {
    public static final double USUAL_FRAMES_PER_SECOND = 15;
    private static final String CAMERA = "front";
    private static final String DRIVER = "driver";

    @Override
    public String name() {
        return "frames";
    }

    @Override
    public boolean asksFramesPerSecond() {
        return true;
    }

    @Override
    public ImportSource open(Path folder, ImportOptions options) {
        double framesPerSecond = options.framesPerSecond().orElse(USUAL_FRAMES_PER_SECOND);
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(folder + " is not a folder: choose the one that holds the pictures.");
        }
        if (Files.isRegularFile(folder.resolve(CsvExport.TABLE)) && Files.isRegularFile(folder.resolve(CsvExport.DESCRIPTIONS))) {
            return new CsvImport().open(folder, options);
        }
        List<Path> pictures = pictures(folder);
        if (pictures.isEmpty()) {
            throw new DatasetException(folder + " holds no picture (.jpg, .jpeg or .png): choose another folder.");
        }
        FrameTable table = FrameTable.beside(folder, pictures.stream().map(FrameFolderImport::name).collect(Collectors.toSet()));
        EnvironmentSpec environment = new EnvironmentSpec("frames", name(folder), framesPerSecond, ActionSpec.STEER,
                List.of(AssumedCar.camera(CAMERA, pictures.getFirst(), name(folder))), table.stateNames(), AssumedCar.VEHICLE, false);
        RolloutInfo info = new RolloutInfo(environment, "frames " + name(folder), OptionalLong.empty(), 0, 0, options.clock().instant(),
                table.actions().isEmpty() ? Optional.empty() : Optional.of(DRIVER));
        PictureFolder inside = new PictureFolder(folder.toAbsolutePath().normalize());
        return () -> List.of(new IndexedRollout(info, pictures.size(), tick -> frame(tick, inside.file(name(pictures.get(tick)), name(folder)),
                table, name(folder))));
    }

    private static ImportedFrame frame(int tick, Path picture, FrameTable table, String place) {
        Optional<Action> driven = Optional.ofNullable(table.actions().get(name(picture)));
        Step step = new Step(tick, new Observation(Map.of(), table.state(name(picture))), Optional.empty(), driven,
                driven.isPresent() ? Control.HUMAN : Control.UNKNOWN, Optional.empty(), Set.of(), Optional.empty());
        return new ImportedFrame(step, Map.of(CAMERA, PictureFile.read(picture, place)), Optional.empty(), place + ", "
                + picture.getFileName());
    }

    private static List<Path> pictures(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(FrameFolderImport::isPicture)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), NaturalOrder.OF_NAMES)).toList();
        } catch (IOException unreadable) {
            throw new DatasetException(folder + " can't be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png"));
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }
}
