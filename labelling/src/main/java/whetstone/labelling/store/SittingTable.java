package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import whetstone.labelling.Sitting;

/** The table {@code sittings}. */
final class SittingTable {
    private SittingTable() {}

    /** As the column {@code seconds_at_speed} has it. */
    record SecondsAtSpeed(Map<Double, Double> seconds) {}

    /** Inserts a sitting, or brings the one with its id up to date. */
    static Sitting save(Handle handle, Sitting sitting) {
        if (sitting.id() == 0) {
            return sitting.withId(bind(handle.createUpdate("""
                    INSERT INTO sittings (expert, device, begun_at, ended_at, seconds_at_screen, labelled_seconds, strokes, redone,
                        seconds_at_speed)
                    VALUES (:expert, :device, :from, :to, :atScreen, :labelled, :strokes, :redone, :atSpeed)"""), sitting)
                    .executeAndReturnGeneratedKeys().mapTo(Long.class).one());
        }
        int changed = bind(handle.createUpdate("""
                UPDATE sittings SET expert = :expert, device = :device, begun_at = :from, ended_at = :to, seconds_at_screen = :atScreen,
                    labelled_seconds = :labelled, strokes = :strokes, redone = :redone, seconds_at_speed = :atSpeed
                WHERE id = :id"""), sitting).bind("id", sitting.id()).execute();
        if (changed != 1) {
            throw new IllegalArgumentException("there is no sitting with id " + sitting.id());
        }
        return sitting;
    }

    private static Update bind(Update update, Sitting sitting) {
        return update.bind("expert", sitting.expert()).bind("device", sitting.device()).bind("from", sitting.from().toString())
                .bind("to", sitting.to().toString()).bind("atScreen", sitting.secondsAtScreen())
                .bind("labelled", sitting.labelledSeconds()).bind("strokes", sitting.strokes()).bind("redone", sitting.redone())
                .bind("atSpeed", Json.write(new SecondsAtSpeed(sitting.secondsAtSpeed())));
    }

    /** Oldest first. */
    static List<Sitting> all(Handle handle, Faults faults) {
        return handle.createQuery("SELECT * FROM sittings ORDER BY id").map((row, _) -> sitting(row, faults)).list();
    }

    private static Sitting sitting(ResultSet row, Faults faults) throws SQLException {
        long id = row.getLong("id");
        try {
            return new Sitting(id, row.getString("expert"), row.getString("device"), Rows.instant(row, "begun_at"),
                    Rows.instant(row, "ended_at"), row.getDouble("seconds_at_screen"), row.getDouble("labelled_seconds"),
                    row.getInt("strokes"), row.getInt("redone"),
                    Json.read(row.getString("seconds_at_speed"), SecondsAtSpeed.class).seconds());
        } catch (IllegalArgumentException nonsense) {
            throw faults.nonsense("a sitting (" + id + ")", nonsense);
        }
    }
}
