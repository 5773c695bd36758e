package whetstone.labelling.exchange.lerobot;

import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.labelling.exchange.IndexedRollout;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.model.Observation;
import whetstone.model.RolloutInfo;
import whetstone.model.Step;

/** One episode, frame by frame. */
record EpisodeRollout(RolloutInfo info, EpisodePlace place, Seen seen, FrameMeaning meaning, EpisodeData data) {
    ImportedRollout indexed() {
        return new IndexedRollout(info, place.length(), this::frame);
    }

    private ImportedFrame frame(int tick) {
        Row row = data.tables().row(place.file(), place.row() + tick);
        require(row, "episode_index", place.index());
        require(row, "frame_index", tick);
        Step step = meaning.step(row, tick, new Observation(seen.pictures(data.videos(), place, tick), seen.state(row)));
        return new ImportedFrame(step, seen.pictures(row), meaning.said(row, step), row.place());
    }

    private static void require(Row row, String column, long wanted) {
        row.integer(column).ifPresent(found -> {
            if (found != wanted) {
                throw new DatasetException(row.place() + ": " + column + " is " + found + " where " + wanted
                        + " was expected: the dataset does not describe its own files. Copy it again.");
            }
        });
    }
}
