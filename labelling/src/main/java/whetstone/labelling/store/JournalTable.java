package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.Stroke;
import whetstone.labelling.TickRange;

/** The table {@code journal}: only ever appended to, by {@link LabelCounts}. */
final class JournalTable {
    private JournalTable() {}

    private enum Kind { CORRECTION, APPROVAL, REJECTION, UNDONE, REDONE }

    static JournalEntry append(Handle handle, JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Labelled labelled -> append(handle, labelled);
            case JournalEntry.Undone undone -> new JournalEntry.Undone(insert(handle, undone, Kind.UNDONE, undone.entry()),
                    undone.rollout(), undone.expert(), undone.at(), undone.entry());
            case JournalEntry.Redone redone -> new JournalEntry.Redone(insert(handle, redone, Kind.REDONE, redone.entry()),
                    redone.rollout(), redone.expert(), redone.at(), redone.entry());
        };
    }

    private static JournalEntry.Labelled append(Handle handle, JournalEntry.Labelled entry) {
        Label label = switch (entry.label()) {
            case Label.Correction correction -> new Label.Correction(correction.range(), saved(handle, correction.stroke()));
            case Label.Approval approval -> approval;
            case Label.Rejection rejection -> rejection;
        };
        return new JournalEntry.Labelled(insert(handle, entry, label), entry.rollout(), entry.expert(), entry.at(), label);
    }

    /** A stroke that did not come through a stroke writer is kept too. */
    private static Stroke saved(Handle handle, Stroke stroke) {
        if (stroke.id() != 0) {
            return stroke;
        }
        long id = StrokeTable.insert(handle, new StrokeTable.Beginning(stroke.rollout(), stroke.expert(), stroke.device(),
                stroke.startedAt(), stroke.ticksPerSecond(), stroke.action(), stroke.origin()), StrokeTable.State.FINISHED);
        StrokeTable.append(handle, id, 0, Blobs.samples(stroke.samples()), Blobs.playback(stroke.playback()));
        return stroke.withId(id);
    }

    private static long insert(Handle handle, JournalEntry entry, Label label) {
        Kind kind = switch (label) {
            case Label.Correction _ -> Kind.CORRECTION;
            case Label.Approval _ -> Kind.APPROVAL;
            case Label.Rejection _ -> Kind.REJECTION;
        };
        OptionalLong stroke = label instanceof Label.Correction correction ? OptionalLong.of(correction.stroke().id())
                : OptionalLong.empty();
        return insert(handle, entry, kind, OptionalLong.of(label.range().from()), OptionalLong.of(label.range().to()), stroke,
                OptionalLong.empty());
    }

    private static long insert(Handle handle, JournalEntry entry, Kind kind, long target) {
        boolean known = handle.createQuery("SELECT count(*) FROM journal WHERE id = :id AND rollout = :rollout AND from_tick IS NOT NULL")
                .bind("id", target).bind("rollout", entry.rollout()).mapTo(Integer.class).one() == 1;
        if (!known) {
            throw new IllegalArgumentException("journal entry " + target + " is no label of rollout " + entry.rollout());
        }
        return insert(handle, entry, kind, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(target));
    }

    private static long insert(Handle handle, JournalEntry entry, Kind kind, OptionalLong from, OptionalLong to, OptionalLong stroke,
                               OptionalLong target) {
        return handle.createUpdate("""
                        INSERT INTO journal (rollout, expert, at, kind, from_tick, to_tick, stroke, entry)
                        VALUES (:rollout, :expert, :at, :kind, :from, :to, :stroke, :entry)""")
                .bind("rollout", entry.rollout()).bind("expert", entry.expert()).bind("at", entry.at().toString())
                .bind("kind", kind.name().toLowerCase(java.util.Locale.ROOT)).bind("from", from).bind("to", to).bind("stroke", stroke)
                .bind("entry", target).executeAndReturnGeneratedKeys().mapTo(Long.class).one();
    }

    /** The journal of a rollout, oldest first. @throws IllegalArgumentException with a sentence if it can't be used */
    static List<JournalEntry> entries(Handle handle, long rollout) {
        return entriesAfter(handle, rollout, 0);
    }

    /** Those entries of {@link #entries} whose ids are larger than {@code after}. */
    static List<JournalEntry> entriesAfter(Handle handle, long rollout, long after) {
        Map<Long, Stroke> strokes = new HashMap<>();
        return handle.createQuery("SELECT * FROM journal WHERE rollout = :rollout AND id > :after ORDER BY id")
                .bind("rollout", rollout).bind("after", after)
                .map((row, _) -> entry(handle, row, strokes)).list();
    }

    private static JournalEntry entry(Handle handle, ResultSet row, Map<Long, Stroke> strokes) throws SQLException {
        long id = row.getLong("id");
        long rollout = row.getLong("rollout");
        String expert = row.getString("expert");
        Instant at = Rows.instant(row, "at");
        return switch (kind(row)) {
            case CORRECTION -> new JournalEntry.Labelled(id, rollout, expert, at, new Label.Correction(range(row),
                    strokes.computeIfAbsent(row.getLong("stroke"), key -> StrokeTable.read(handle, key))));
            case APPROVAL -> new JournalEntry.Labelled(id, rollout, expert, at, new Label.Approval(range(row)));
            case REJECTION -> new JournalEntry.Labelled(id, rollout, expert, at, new Label.Rejection(range(row)));
            case UNDONE -> new JournalEntry.Undone(id, rollout, expert, at, row.getLong("entry"));
            case REDONE -> new JournalEntry.Redone(id, rollout, expert, at, row.getLong("entry"));
        };
    }

    private static TickRange range(ResultSet row) throws SQLException {
        return new TickRange(row.getInt("from_tick"), row.getInt("to_tick"));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT));
    }
}
