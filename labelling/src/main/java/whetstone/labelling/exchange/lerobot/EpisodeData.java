package whetstone.labelling.exchange.lerobot;

import java.io.Closeable;

/** What the frames of a dataset are read from. */
record EpisodeData(DataFiles tables, VideoPictures videos) implements Closeable {
    @Override
    public void close() {
        try (tables; videos) {
            // Both are closed, whatever becomes of the first.
        }
    }
}
