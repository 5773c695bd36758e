package whetstone.labelling.exchange.lerobot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.model.Picture;
import whetstone.model.StateVector;

/**
 * What of a frame was seen and measured: which features are pictures, which numbers, and what they are called here.
 *
 * @param cameras by feature, in their order
 * @param videos features of cameras whose pictures are kept as video; those of the others lie in the table
 * @param measured features of numbers, in their order
 */
record Seen(Map<String, String> cameras, Set<String> videos, List<Feature> measured) {
    private static final String OBSERVATION = "observation.";
    private static final int MOST_PICTURE_BYTES = 32 << 20;

    static Seen of(DatasetInfo info) {
        Map<String, String> cameras = new LinkedHashMap<>();
        Set<String> videos = new HashSet<>();
        List<Feature> measured = new ArrayList<>();
        for (Feature feature : info.features()) {
            boolean video = feature.type().equals(Feature.VIDEO);
            if (feature.picture() || video) {
                cameras.put(feature.name(), cameraName(feature.name(), cameras.values().stream().toList()));
                if (video) {
                    videos.add(feature.name());
                }
            } else if (feature.numeric() && feature.name().startsWith(OBSERVATION) && feature.shape().size() == 1) {
                measured.add(feature);
            }
        }
        if (cameras.isEmpty()) {
            throw new DatasetException(info.folder() + " has no pictures: there is nothing to label by.");
        }
        return new Seen(cameras, videos, measured);
    }

    private static String cameraName(String feature, List<String> taken) {
        String last = DatasetInfo.shown(feature.startsWith(FrameFeatures.PICTURES) ? feature.substring(FrameFeatures.PICTURES.length())
                : feature.substring(feature.lastIndexOf('.') + 1));
        String plain = last.isBlank() ? "camera" : last;
        String name = plain;
        for (int number = 2; taken.contains(name); number++) {
            name = plain + "_" + number;
        }
        return name;
    }

    /** Names of the measured values: their own, or the feature's with a number. */
    List<String> stateNames() {
        List<String> names = new ArrayList<>();
        for (Feature feature : measured) {
            String prefix = feature.name().equals(FrameFeatures.STATE) ? "" : feature.name().substring(OBSERVATION.length()) + ".";
            for (int i = 0; i < feature.size(); i++) {
                String own = feature.names().isEmpty() ? "state_" + i : feature.names().get(i);
                names.add(DatasetInfo.shown(names.contains(prefix + own) ? prefix + own + "_" + names.size() : prefix + own));
            }
        }
        return names;
    }

    List<String> columns() {
        List<String> columns = new ArrayList<>(cameras.keySet().stream().filter(feature -> !videos.contains(feature)).toList());
        measured.forEach(feature -> columns.add(feature.name()));
        return columns;
    }

    StateVector state(Row row) {
        float[] state = new float[measured.stream().mapToInt(Feature::size).sum()];
        int at = 0;
        for (Feature feature : measured) {
            for (float number : Numbers.of(row, feature.name(), feature.size())) {
                if (!Float.isFinite(number)) {
                    throw new DatasetException(row.place() + ": column '" + feature.name() + "' holds " + number + ", which was never measured.");
                }
                state[at++] = number;
            }
        }
        return new StateVector(state);
    }

    /** Those that are kept as video, by camera name. */
    Map<String, Picture> pictures(VideoPictures decoded, EpisodePlace episode, int tick) {
        Map<String, Picture> pictures = new HashMap<>();
        videos.forEach(feature -> pictures.put(cameras.get(feature), decoded.picture(feature, episode, tick)));
        return pictures;
    }

    /** Those that lie in the table, by camera name. */
    Map<String, EncodedPicture> pictures(Row row) {
        Map<String, EncodedPicture> pictures = new HashMap<>();
        cameras.forEach((feature, camera) -> {
            if (videos.contains(feature)) {
                return;
            }
            byte[] file = row.struct(feature).flatMap(picture -> picture.bytes("bytes")).orElseThrow(() -> new DatasetException(row.place()
                    + ": the picture '" + DatasetInfo.shown(feature) + "' is not in the table: embed pictures when the dataset is saved."));
            if (file.length > MOST_PICTURE_BYTES) {
                throw new DatasetException(row.place() + ": a picture has " + (file.length >> 20) + " MB, too large for one.");
            }
            try {
                pictures.put(camera, new EncodedPicture(file));
            } catch (IllegalArgumentException nonsense) {
                throw new DatasetException(row.place() + ": " + nonsense.getMessage() + ".", nonsense);
            }
        });
        return pictures;
    }
}
