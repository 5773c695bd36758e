package whetstone.labelling.exchange.donkeycar;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.ImportedRollout;
import whetstone.labelling.exchange.PictureFile;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/**
 * A session of a tub as a rollout.
 *
 * @param cameras keys of the pictures by camera
 * @param reading what the records say: as Donkeycar writes them, or as Whetstone does
 */
record TubRollout(TubFolder folder, TubManifest manifest, TubSession session, RolloutInfo info, Map<String, String> cameras,
                  Reading reading) implements ImportedRollout {
    /** How a record is to be understood. Whoever reads may throw IllegalArgumentException: it becomes a sentence with the record's place. */
    interface Reading {
        Control control(TubRecord record);

        Optional<Action> learner(TubRecord record);

        Optional<Action> executed(TubRecord record);

        Optional<Action> advised(TubRecord record);

        StateVector state(TubRecord record);

        Set<Event> events(TubRecord record);

        Optional<Said> said(TubRecord record, boolean deleted);
    }

    @Override
    public int length() {
        return session.length();
    }

    @Override
    public Iterator<ImportedFrame> frames() {
        TubLines lines = new TubLines(folder, manifest.catalogs(), session.start());
        return IntStream.range(0, length()).mapToObj(tick -> {
            if (!lines.hasNext()) {
                throw new DatasetException(folder.name() + " became shorter while it was read: try again.");
            }
            return frame(TubRecord.of(lines.next(), session.first().index() + tick), tick);
        }).iterator();
    }

    private ImportedFrame frame(TubRecord record, int tick) {
        try {
            Map<String, EncodedPicture> pictures = new HashMap<>();
            cameras.forEach((camera, key) -> pictures.put(camera, picture(record, key)));
            Step step = new Step(tick, new Observation(Map.of(), reading.state(record)), reading.learner(record), reading.executed(record),
                    reading.control(record), reading.advised(record), reading.events(record), Optional.empty());
            return new ImportedFrame(step, pictures, reading.said(record, manifest.deleted().get(record.index())), record.place());
        } catch (IllegalArgumentException nonsense) {
            throw new DatasetException(record.place() + ": " + nonsense.getMessage() + ". Correct it, or take the line out.", nonsense);
        }
    }

    private EncodedPicture picture(TubRecord record, String key) {
        return picture(folder, record, key);
    }

    static EncodedPicture picture(TubFolder folder, TubRecord record, String key) {
        String name = record.text(key).orElseThrow(() -> new DatasetException(record.place() + " has no picture " + key
                + " as others of its session have: take the line out."));
        return PictureFile.read(folder.picture(name, record.place()), record.place());
    }
}
