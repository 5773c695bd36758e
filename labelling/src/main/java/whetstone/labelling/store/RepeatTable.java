package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.Repeat;
import whetstone.labelling.TickRange;

/** The table {@code repeats}. */
final class RepeatTable {
    private RepeatTable() {}

    static Repeat insert(Handle handle, Repeat repeat) {
        return repeat.withId(handle.createUpdate("""
                        INSERT INTO repeats (expert, rollout, from_tick, to_tick, shown_at)
                        VALUES (:expert, :rollout, :from, :to, :shownAt)""")
                .bind("expert", repeat.expert()).bind("rollout", repeat.rollout()).bind("from", repeat.range().from())
                .bind("to", repeat.range().to()).bind("shownAt", repeat.shownAt().toString())
                .executeAndReturnGeneratedKeys().mapTo(Long.class).one());
    }

    /** Oldest first. */
    static List<Repeat> all(Handle handle, Faults faults) {
        return handle.createQuery("SELECT * FROM repeats ORDER BY id").map((row, _) -> repeat(row, faults)).list();
    }

    private static Repeat repeat(ResultSet row, Faults faults) throws SQLException {
        long id = row.getLong("id");
        try {
            return new Repeat(id, row.getString("expert"), row.getLong("rollout"),
                    new TickRange(row.getInt("from_tick"), row.getInt("to_tick")), Rows.instant(row, "shown_at"));
        } catch (IllegalArgumentException nonsense) {
            throw faults.nonsense("a repeated clip (" + id + ")", nonsense);
        }
    }
}
