package whetstone.app.data.export;

import java.util.List;
import java.util.Locale;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.model.Camera;

/**
 * What an export would write, known before it is.
 *
 * @param labelled frames of which it is known what is to be imitated there
 * @param interventions frames that an expert corrected or drove
 * @param training rollouts
 * @param validation rollouts
 * @param cameras name and size of each
 * @param limits what the format can't hold, one sentence each
 */
record ExportPreview(int rollouts, int frames, int labelled, int interventions, int rejected, int training, int validation,
                     List<String> cameras, List<String> actions, List<String> limits) {
    /** Goes through every frame without its pictures; not for the FX thread. */
    static ExportPreview of(Recordings recordings, ExportFormat format) {
        int labelled = 0;
        int interventions = 0;
        int rejected = 0;
        for (Recording recording : recordings.recordings()) {
            for (int tick = 0; tick < recording.length(); tick++) {
                Frame frame = recording.withoutPictures(tick);
                labelled += frame.wanted().isPresent() ? 1 : 0;
                interventions += frame.intervention() ? 1 : 0;
                rejected += frame.rejected() ? 1 : 0;
            }
        }
        int validation = (int) recordings.recordings().stream().filter(one -> one.split() == Recording.Split.VALIDATION).count();
        List<String> cameras = recordings.recordings().stream().flatMap(one -> one.info().environment().cameras().stream())
                .map(ExportPreview::camera).distinct().toList();
        return new ExportPreview(recordings.recordings().size(), recordings.frames(), labelled, interventions, rejected,
                recordings.recordings().size() - validation, validation, cameras, recordings.dimensions(), format.limits(recordings));
    }

    private static String camera(Camera camera) {
        return String.format(Locale.ROOT, "%s %d x %d", camera.name(), camera.width(), camera.height());
    }
}
