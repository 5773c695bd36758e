package whetstone.labelling.exchange.hdf5;

import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recording;
import whetstone.model.Camera;

/** Counts what has been written of an export by its pictures, which take nearly all of the time. */
final class Written {
    private final Progress progress;
    private final int frames;
    private int done;

    Written(Progress progress, int frames) {
        this.progress = progress;
        this.frames = frames;
    }

    PictureChunks pictures(Recording recording, Camera camera) {
        boolean counts = camera.name().equals(recording.info().environment().frontCamera().name());
        return new PictureChunks(recording.length(), camera.height(), camera.width(), camera.channels(), tick -> {
            if (counts) {
                progress.at(done++, frames);
            }
            return recording.frame(tick).step().seen().picture(camera.name());
        });
    }
}
