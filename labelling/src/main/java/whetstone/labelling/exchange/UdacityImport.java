package whetstone.labelling.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/**
 * Reads a drive of a person in the Udacity simulator, {@code driving_log.csv} beside its folder {@code IMG}, as one rollout with the
 * cameras front, left and right. The action is the steering alone, as every policy here steers; throttle and brake are kept in the
 * state beside speed and steering angle. Variants of the file: {@link UdacityLog}.
 */
public final class UdacityImport implements ImportFormat {
    private static final String FRONT = "front";
    private static final String LEFT = "left";
    private static final String RIGHT = "right";

    @Override
    public String name() {
        return "udacity";
    }

    /** @param place the file, or the folder that holds {@code driving_log.csv} */
    @Override
    public ImportSource open(Path place, ImportOptions options) {
        UdacityLog log = UdacityLog.read(place);
        PictureFolder folder = PictureFolder.beside(log.file());
        UdacityLog.Row first = log.rows().getFirst();
        List<Camera> cameras = new ArrayList<>();
        pictures(first, log, folder).forEach((name, file) -> cameras.add(AssumedCar.camera(name, file, log.place(first))));
        EnvironmentSpec environment = new EnvironmentSpec("udacity", "",
                options.framesPerSecond().orElseGet(() -> new PictureTimes(log).ticksPerSecond()), ActionSpec.STEER, cameras, stateNames(log),
                AssumedCar.VEHICLE, false);
        RolloutInfo info = new RolloutInfo(environment, source(log.file()), OptionalLong.empty(), 0, 0, options.clock().instant(),
                Optional.of("Udacity driver"));
        return () -> List.of(new IndexedRollout(info, log.rows().size(), tick -> frame(tick, log, folder)));
    }

    private static ImportedFrame frame(int tick, UdacityLog log, PictureFolder folder) {
        UdacityLog.Row row = log.rows().get(tick);
        Map<String, EncodedPicture> pictures = new HashMap<>();
        pictures(row, log, folder).forEach((name, file) -> pictures.put(name, PictureFile.read(file, log.place(row))));
        return new ImportedFrame(step(tick, row, log), pictures, Optional.empty(), log.place(row));
    }

    private static String source(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent().getFileName();
        return "udacity " + (folder == null ? file.getFileName() : folder);
    }

    private static Step step(int tick, UdacityLog.Row row, UdacityLog log) {
        Action steer = new Action(ActionSpec.STEER, row.steering());
        return new Step(tick, new Observation(Map.of(), state(row, log)), Optional.empty(), Optional.of(steer), Control.HUMAN,
                Optional.empty(), Set.of(), Optional.empty());
    }

    private static List<String> stateNames(UdacityLog log) {
        List<String> names = new ArrayList<>(List.of(EnvironmentSpec.STEERING_ANGLE));
        names.addAll(log.measured());
        return names;
    }

    private static StateVector state(UdacityLog.Row row, UdacityLog log) {
        float[] values = new float[1 + log.measured().size()];
        values[0] = (float) (row.steering() * AssumedCar.MAXIMUM_STEERING_DEGREES);
        for (int i = 1; i < values.length; i++) {
            values[i] = row.measured().get(i - 1);
        }
        return new StateVector(values);
    }

    private static Map<String, Path> pictures(UdacityLog.Row row, UdacityLog log, PictureFolder folder) {
        Map<String, Path> pictures = new LinkedHashMap<>();
        pictures.put(FRONT, folder.file(row.centre(), log.place(row)));
        if (log.sideCameras()) {
            pictures.put(LEFT, folder.file(row.left(), log.place(row)));
            pictures.put(RIGHT, folder.file(row.right(), log.place(row)));
        }
        return pictures;
    }
}
