package whetstone.labelling.exchange.donkeycar;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import whetstone.labelling.exchange.MadePictures;

/** A small tub as Donkeycar's parts write it, whose lines can be replaced by others. */
final class MadeTub {
    final Path folder;
    final List<String> manifest = new ArrayList<>(List.of(
            "[\"cam/image_array\", \"user/angle\", \"user/throttle\", \"user/mode\", \"enc/speed\", \"pilot/angle\", \"pilot/throttle\"]",
            "[\"image_array\", \"float\", \"float\", \"str\", \"float\", \"float\", \"float\"]", "{}",
            "{\"created_at\": 1602421393.77, \"sessions\": {\"all_full_ids\": [\"20-10-11_0\"], \"last_id\": 0, "
                    + "\"last_full_id\": \"20-10-11_0\"}}",
            "{\"paths\": [\"catalog_0.catalog\"], \"current_index\": 4, \"max_len\": 1000, \"deleted_indexes\": [2]}"));
    final List<String> records = new ArrayList<>(List.of(
            record(0, "20-10-11_0", 0, 0.25, "user", ""),
            record(1, "20-10-11_0", 67, -0.5, "local", ", \"pilot/angle\": 1.5, \"pilot/throttle\": 0.75"),
            record(2, "20-10-11_0", 133, 0.5, "user", ", \"pilot/angle\": -0.25, \"pilot/throttle\": 0.5"),
            record(3, "20-10-12_1", 5000, 1, "local_angle", ", \"pilot/angle\": -1, \"pilot/throttle\": 0.5")));

    MadeTub(Path folder) {
        this.folder = folder;
        for (int i = 0; i < 4; i++) {
            MadePictures.write(folder.resolve("images").resolve(i + "_cam_image_array_.jpg"), 16, 8, new Color(40 * i, 0, 0));
        }
    }

    private static String record(int index, String session, int milliseconds, double angle, String mode, String rest) {
        return "{\"_index\": " + index + ", \"_session_id\": \"" + session + "\", \"_timestamp_ms\": " + (1602421393803L + milliseconds)
                + ", \"cam/image_array\": \"" + index + "_cam_image_array_.jpg\", \"enc/speed\": 1.5" + rest + ", \"user/angle\": " + angle
                + ", \"user/mode\": \"" + mode + "\", \"user/throttle\": 0.125}";
    }

    Path write() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), String.join("\n", manifest) + "\n");
        Files.writeString(folder.resolve("catalog_0.catalog"), String.join("\n", records) + "\n");
        return folder;
    }
}
