package whetstone.labelling.exchange.donkeycar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whetstone.labelling.DatasetException;

/** What one look at a session's records shows: where they begin, how many there are, what all of them measure, and how fast they came. */
final class TubSession {
    /** A camera gives no more, and a car that gives fewer is not driven: other times are those of a conversion. */
    private static final double LEAST_RATE = 1;
    private static final double MOST_RATE = 120;
    /** Enough for a median. */
    private static final int MOST_DISTANCES = 10_000;
    static final String THROTTLE = TubKeys.dimension(TubKeys.USER, "throttle");

    private final String id;
    private final TubLines.Start start;
    private final TubRecord first;
    private final Set<String> measured = new LinkedHashSet<>();
    private final List<Long> distances = new ArrayList<>();
    private Optional<Long> before = Optional.empty();
    private int length;

    private TubSession(String id, TubLines.Start start, TubRecord first, TubManifest manifest) {
        this.id = id;
        this.start = start;
        this.first = first;
        manifest.types().forEach((key, type) -> {
            if (isMeasured(key, type) && first.has(key)) {
                measured.add(key);
            }
        });
    }

    /** Looks at every record once. */
    static List<TubSession> all(TubFolder folder, TubManifest manifest) {
        List<TubSession> sessions = new ArrayList<>();
        TubLines lines = new TubLines(folder, manifest.catalogs(), TubLines.Start.OF_ALL);
        for (int index = 0; lines.hasNext(); index++) {
            if (index == TubManifest.MOST_RECORDS) {
                throw new DatasetException(folder.name() + " holds more than " + index + " records: cut it into parts.");
            }
            TubLines.Line line = lines.next();
            TubRecord record = TubRecord.of(line, index);
            String id = record.text(TubKeys.SESSION).orElse("");
            if (sessions.isEmpty() || !sessions.getLast().id.equals(id)) {
                sessions.add(new TubSession(id, line.start(), record, manifest));
            }
            sessions.getLast().add(record);
        }
        return sessions;
    }

    private static boolean isMeasured(String key, String type) {
        return (type.equals("float") || type.equals("int") || type.equals("boolean")) && !key.startsWith(TubKeys.OWN)
                && !key.equals(TubKeys.dimension(TubKeys.USER, "steer")) && !key.equals(TubKeys.dimension(TubKeys.PILOT, "steer"));
    }

    private void add(TubRecord record) {
        length++;
        measured.removeIf(key -> record.number(key).isEmpty());
        Optional<Long> now = record.number(TubKeys.TIMESTAMP).stream().mapToObj(number -> (long) number).findFirst();
        if (before.isPresent() && now.isPresent() && distances.size() < MOST_DISTANCES) {
            distances.add(now.get() - before.get());
        }
        before = now;
    }

    /** As the records say it; empty in tubs from before there were any. */
    String id() {
        return id;
    }

    TubLines.Start start() {
        return start;
    }

    TubRecord first() {
        return first;
    }

    int length() {
        return length;
    }

    /** Keys of the numbers that every record of the session gives beside the actions. */
    List<String> measured() {
        return List.copyOf(measured);
    }

    /**
     * Frames per second, by the records' times: the mean of those distances that are near the median, since times are in whole
     * milliseconds and a pause in driving is no distance of frames.
     */
    double ticksPerSecond() {
        List<Long> sorted = distances.stream().sorted().toList();
        double median = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        double mean = sorted.stream().mapToLong(Long::longValue).filter(distance -> Math.abs(distance - median) <= median / 2)
                .average().orElse(0);
        double rate = mean > 0 ? Math.round(10_000 / mean) / 10.0 : 0;
        return rate >= LEAST_RATE && rate <= MOST_RATE ? rate : AssumedDonkey.TICKS_PER_SECOND;
    }

    /** The keys of the pictures that its first record has. */
    List<String> cameras(Map<String, String> types) {
        return types.entrySet().stream().filter(input -> input.getValue().equals(TubKeys.IMAGE_TYPE) && first.has(input.getKey()))
                .map(Map.Entry::getKey).sorted((one, other) -> Boolean.compare(other.equals(TubKeys.IMAGE), one.equals(TubKeys.IMAGE)))
                .toList();
    }
}
