package whetstone.labelling.exchange.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Frame;
import whetstone.labelling.exchange.PictureEncoding;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;
import whetstone.model.Picture;

/**
 * Writes one table, {@code frames.parquet}, a row a frame with everything that is known of it, for DuckDB, pandas, Polars or Spark: where it
 * is, its pictures as PNG (or as the file that it came as) in a struct of bytes and path, what was measured, what is to be imitated
 * ({@code wanted_...}), the learner's, the executed, the program expert's and the labelled action and what the stick said, by dimension, who
 * was in control, the label in force with expert, repair and trust, events, and where the rollout comes from. What is not known is null.
 */
public final class ParquetExport implements ExportFormat {
    private static final String TABLE = "frames.parquet";

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public List<String> limits(Recordings recordings) {
        return recordings.sittings().isEmpty() ? List.of()
                : List.of("The work log (who sat how long at the screen) is not of frames; the format csv writes it.");
    }

    @Override
    public void write(Recordings recordings, Path folder, Progress progress) throws IOException {
        FrameColumns columns = new FrameColumns(recordings);
        long done = 0;
        try (TableWriter table = TableWriter.create(folder.resolve(TABLE), columns.columns(),
                HuggingFaceFeatures.footer(columns.columns(), Map.of()), TableWriter.Compression.ZSTANDARD)) {
            for (Recording recording : recordings.recordings()) {
                for (int tick = 0; tick < recording.length(); tick++) {
                    progress.at(done++, recordings.frames());
                    Frame frame = recording.frame(tick);
                    Map<String, EncodedPicture> originals = recording.originals(tick);
                    table.write(columns.row(recording, frame, camera -> file(frame, camera, originals)));
                }
            }
        }
    }

    private static Optional<byte[]> file(Frame frame, String camera, Map<String, EncodedPicture> originals) {
        return Optional.ofNullable(originals.get(camera)).map(EncodedPicture::toBytes)
                .or(() -> Optional.ofNullable(frame.step().seen().pictures().get(camera)).map(PictureEncoding::png));
    }

    @Override
    public void check(Recordings recordings, Path folder, Progress progress) throws IOException {
        FrameColumns columns = new FrameColumns(recordings);
        long done = 0;
        try (TableReader table = TableReader.open(folder.resolve(TABLE))) {
            Iterator<Row> rows = table.rows(columns.columns().stream().map(Column::name).toList(), 0);
            for (Recording recording : recordings.recordings()) {
                for (int tick = 0; tick < recording.length(); tick++) {
                    progress.at(done++, recordings.frames());
                    String place = "tick " + tick + " of rollout " + recording.id();
                    require(rows.hasNext(), place);
                    check(columns, recording, recording.frame(tick), rows.next(), place);
                }
            }
            require(!rows.hasNext(), "its last row");
        }
    }

    private static void check(FrameColumns columns, Recording recording, Frame frame, Row row, String place) {
        TableCheck.difference(columns.withoutPictures(), columns.rowWithoutPictures(recording, frame), row)
                .ifPresent(column -> require(false, column + " of " + place));
        frame.step().seen().pictures().forEach((camera, picture) ->
                require(row.struct(FrameColumns.pictureColumn(camera)).flatMap(file -> file.bytes("bytes"))
                        .map(bytes -> picture(bytes, picture.channels())).filter(picture::equals).isPresent(), "the picture of " + place));
    }

    private static Picture picture(byte[] file, int channels) {
        return new EncodedPicture(file).decode(channels);
    }

    private static void require(boolean asWritten, String what) {
        if (!asWritten) {
            throw new DatasetException("The export did not read back as it was written: " + what + " differs. Check the disk and try again.");
        }
    }
}
