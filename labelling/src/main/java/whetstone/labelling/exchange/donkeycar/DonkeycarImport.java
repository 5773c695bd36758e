package whetstone.labelling.exchange.donkeycar;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.labelling.exchange.RolloutJson;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.EnvironmentSpec;
import whetstone.model.RolloutInfo;

/**
 * Reads a Donkeycar tub of version 2, one rollout a session: pictures as they are, {@code user/*} and {@code pilot/*} by
 * {@code user/mode}, deleted records as rejections, other numbers (throttle, {@code enc/speed}, {@code imu/...}) as the state. Tubs that Whetstone
 * wrote come back with their labels. Depth pictures of 16 bits are not read.
 */
public final class DonkeycarImport implements ImportFormat {
    @Override
    public String name() {
        return "donkeycar";
    }

    /** @param place the tub's folder, or its {@code manifest.json} */
    @Override
    public ImportSource open(Path place, ImportOptions options) {
        TubFolder folder = TubFolder.of(place);
        TubManifest manifest = TubManifest.read(folder);
        List<TubSession> sessions = TubSession.all(folder, manifest);
        if (sessions.isEmpty()) {
            throw new DatasetException(folder.name() + " holds no record: there is nothing to import.");
        }
        List<ImportedRollout> rollouts = new ArrayList<>();
        for (TubSession session : sessions) {
            JsonNode described = manifest.metadata().path(TubKeys.SESSIONS).path(session.id());
            boolean own = described.isObject() && session.first().has(TubKeys.CONTROL);
            rollouts.add(own ? own(folder, manifest, session, described)
                    : foreign(folder, manifest, session, source(folder, session, sessions.size()), options));
        }
        return () -> rollouts;
    }

    private static ImportedRollout own(TubFolder folder, TubManifest manifest, TubSession session, JsonNode described) {
        RolloutInfo info = RolloutJson.read(described, TubManifest.NAME + ", session " + session.id());
        return new TubRollout(folder, manifest, session, info, TubKeys.cameras(info.environment()), new OwnReading(info.environment()));
    }

    private static ImportedRollout foreign(TubFolder folder, TubManifest manifest, TubSession session, String source, ImportOptions options) {
        Map<String, String> keys = new LinkedHashMap<>();
        List<Camera> cameras = new ArrayList<>();
        for (String key : session.cameras(manifest.types())) {
            String camera = key.equals(TubKeys.IMAGE) ? "front" : key.replaceFirst("^cam/", "");
            EncodedPicture first = TubRollout.picture(folder, session.first(), key);
            if (!camera.isBlank() && keys.putIfAbsent(camera, key) == null) {
                cameras.add(AssumedDonkey.camera(camera, first.width(), first.height()));
            }
        }
        if (cameras.isEmpty()) {
            throw new DatasetException(session.first().place() + " names no picture (" + TubKeys.IMAGE + "): it can't be labelled.");
        }
        List<String> states = session.measured().stream().map(DonkeycarImport::state).toList();
        EnvironmentSpec environment = new EnvironmentSpec("donkeycar", "", options.framesPerSecond().orElseGet(session::ticksPerSecond),
                ActionSpec.STEER, cameras, states, AssumedDonkey.VEHICLE, false);
        RolloutInfo info = new RolloutInfo(environment, source, OptionalLong.empty(), 0, 0, recordedAt(session, options),
                Optional.of(DriversReading.DRIVER));
        return new TubRollout(folder, manifest, session, info, keys, new DriversReading(session.measured()));
    }

    private static String state(String key) {
        return key.equals("enc/speed") ? EnvironmentSpec.SPEED : key.equals(TubSession.THROTTLE) ? RecordValues.THROTTLE : key;
    }

    private static Instant recordedAt(TubSession session, ImportOptions options) {
        return session.first().number(TubKeys.TIMESTAMP).stream().mapToObj(time -> Instant.ofEpochMilli((long) time))
                .filter(time -> time.isAfter(Instant.EPOCH) && time.isBefore(options.clock().instant())).findFirst()
                .orElseGet(() -> options.clock().instant());
    }

    private static String source(TubFolder folder, TubSession session, int sessions) {
        return "donkeycar " + folder.name() + (sessions > 1 && !session.id().isEmpty() ? " " + session.id() : "");
    }
}
