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
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/**
 * Reads a folder of unlabelled pictures, JPEG or PNG, as one rollout in the natural order of their names. Nobody knows what was done
 * there: no step has an action until somebody labels it.
 */
public final class FrameFolderImport implements ImportFormat {
    public static final double USUAL_FRAMES_PER_SECOND = 15;
    private static final String CAMERA = "front";

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
        List<Path> pictures = pictures(folder);
        if (pictures.isEmpty()) {
            throw new DatasetException(folder + " holds no picture (.jpg, .jpeg or .png): choose another folder.");
        }
        EnvironmentSpec environment = new EnvironmentSpec("frames", name(folder), framesPerSecond, ActionSpec.STEER,
                List.of(AssumedCar.camera(CAMERA, pictures.getFirst(), name(folder))), List.of(), AssumedCar.VEHICLE, false);
        RolloutInfo info = new RolloutInfo(environment, "frames " + name(folder), OptionalLong.empty(), 0, 0, options.clock().instant(),
                Optional.empty());
        return () -> List.of(new IndexedRollout(info, pictures.size(), tick -> unlabelled(tick, pictures.get(tick), name(folder))));
    }

    private static ImportedFrame unlabelled(int tick, Path picture, String place) {
        Step step = new Step(tick, new Observation(Map.of(), StateVector.EMPTY), Optional.empty(), Optional.empty(), Control.UNKNOWN,
                Optional.empty(), Set.of(), Optional.empty());
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
