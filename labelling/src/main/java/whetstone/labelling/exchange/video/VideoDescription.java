package whetstone.labelling.exchange.video;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ForeignJson;

/**
 * What a video says of its pictures.
 *
 * @param width in pixels, as it is shown: a video that is turned by a quarter has them changed
 * @param framesPerSecond on average
 * @param constant whether every frame is shown equally long
 * @param frames number of them, as the file tells or by its length; 0 where it tells neither
 */
public record VideoDescription(int width, int height, double framesPerSecond, boolean constant, long frames) {
    static final int LONGEST = 1 << 18;
    private static final int LARGEST = 4096;
    private static final double FASTEST = 240;

    static VideoDescription of(byte[] json, Path video) {
        JsonNode printed = ForeignJson.read(new String(json, StandardCharsets.UTF_8), video.toString());
        JsonNode stream = printed.path("streams").path(0);
        if (!stream.path("width").isInt() || !stream.path("height").isInt()) {
            throw Ffmpeg.unreadable(video, null);
        }
        boolean turned = Math.abs(stream.path("side_data_list").path(0).path("rotation").asInt(0)) % 180 == 90;
        int width = stream.path(turned ? "height" : "width").asInt();
        int height = stream.path(turned ? "width" : "height").asInt();
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new DatasetException(video + " has pictures of " + width + " x " + height + ", not between 1 and " + LARGEST
                    + ": scale it down with a tool of your own.");
        }
        double rate = ratio(stream.path("avg_frame_rate").asText());
        if (!(rate > 0 && rate <= FASTEST)) {
            throw new DatasetException(video + " says it has " + rate + " frames per second, not between 0 and " + (int) FASTEST
                    + ": convert it to a usual rate.");
        }
        boolean constant = stream.path("r_frame_rate").asText().equals(stream.path("avg_frame_rate").asText());
        double seconds = stream.path("duration").asDouble(printed.path("format").path("duration").asDouble(0));
        long frames = stream.path("nb_frames").asLong(Math.round(seconds * rate));
        return new VideoDescription(width, height, rate, constant, Math.max(0, frames));
    }

    /** "30000/1001". */
    private static double ratio(String text) {
        String[] parts = text.split("/");
        try {
            return parts.length == 2 ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]) : Double.NaN;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
