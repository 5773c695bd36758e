package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import whetstone.labelling.Round;

/** The tables {@code rounds} and {@code round_rollouts}, and with them the rounds' ablations. */
final class RoundTable {
    private RoundTable() {}

    /** Inserts a round, or brings the one with its id up to date. */
    static Round save(Handle handle, Round round) {
        long id = round.id() == 0 ? insert(handle, round) : update(handle, round);
        handle.execute("DELETE FROM round_rollouts WHERE round = ?", id);
        for (int place = 0; place < round.rollouts().size(); place++) {
            handle.execute("INSERT INTO round_rollouts (round, place, rollout) VALUES (?, ?, ?)", id, place, round.rollouts().get(place));
        }
        AblationTable.replace(handle, id, round.ablations());
        return round.withId(id);
    }

    private static long insert(Handle handle, Round round) {
        return bind(handle.createUpdate("""
                INSERT INTO rounds (number, parent_policy, new_policy, labels, settings, seed, held_out_loss, falls_mean, falls_low,
                    falls_high, falls_laps, cloning_mean, cloning_low, cloning_high, cloning_laps, at,
                    disagreement_before, disagreement_after, disagreement_frames)
                VALUES (:number, :parentPolicy, :newPolicy, :labels, :settings, :seed, :heldOutLoss, :fallsMean, :fallsLow,
                    :fallsHigh, :fallsLaps, :cloningMean, :cloningLow, :cloningHigh, :cloningLaps, :at,
                    :before, :after, :frames)"""), round)
                .executeAndReturnGeneratedKeys().mapTo(Long.class).one();
    }

    private static long update(Handle handle, Round round) {
        int changed = bind(handle.createUpdate("""
                UPDATE rounds SET number = :number, parent_policy = :parentPolicy, new_policy = :newPolicy, labels = :labels,
                    settings = :settings, seed = :seed, held_out_loss = :heldOutLoss, falls_mean = :fallsMean, falls_low = :fallsLow,
                    falls_high = :fallsHigh, falls_laps = :fallsLaps, cloning_mean = :cloningMean, cloning_low = :cloningLow,
                    cloning_high = :cloningHigh, cloning_laps = :cloningLaps, at = :at,
                    disagreement_before = :before, disagreement_after = :after, disagreement_frames = :frames
                WHERE id = :id"""), round).bind("id", round.id()).execute();
        if (changed != 1) {
            throw new IllegalArgumentException("there is no round with id " + round.id());
        }
        return round.id();
    }

    private static Update bind(Update update, Round round) {
        bind(update, "falls", round.fallsPerLap());
        bind(update, "cloning", round.cloning());
        return update.bind("number", round.number()).bind("parentPolicy", round.parentPolicy()).bind("newPolicy", round.newPolicy())
                .bind("labels", round.labels()).bind("settings", round.settings()).bind("seed", round.seed())
                .bind("heldOutLoss", round.heldOutLoss()).bind("at", round.at().toString())
                .bind("before", round.disagreement().before()).bind("after", round.disagreement().after())
                .bind("frames", round.disagreement().frames());
    }

    static Update bind(Update update, String what, Round.Measured measured) {
        return update.bind(what + "Mean", measured.mean()).bind(what + "Low", measured.low()).bind(what + "High", measured.high())
                .bind(what + "Laps", measured.laps());
    }

    /** Oldest first. */
    static List<Round> all(Handle handle, Faults faults) {
        return handle.createQuery("SELECT * FROM rounds ORDER BY id").map((row, _) -> round(handle, row, faults)).list();
    }

    private static Round round(Handle handle, ResultSet row, Faults faults) throws SQLException {
        long id = row.getLong("id");
        List<Long> rollouts = handle.createQuery("SELECT rollout FROM round_rollouts WHERE round = :id ORDER BY place").bind("id", id)
                .mapTo(Long.class).list();
        try {
            return new Round(id, row.getInt("number"), Rows.optionalLong(row, "parent_policy"), Rows.optionalLong(row, "new_policy"),
                    rollouts, Rows.count(row, "labels"), row.getString("settings"), row.getLong("seed"),
                    Rows.optionalDouble(row, "held_out_loss"), measured(row, "falls"), measured(row, "cloning"), Rows.instant(row, "at"),
                    new Round.Disagreement(Rows.number(row, "disagreement_before"), Rows.number(row, "disagreement_after"),
                            Rows.count(row, "disagreement_frames")), AblationTable.of(handle, id));
        } catch (IllegalArgumentException nonsense) {
            throw faults.nonsense("a round (" + id + ")", nonsense);
        }
    }

    static Round.Measured measured(ResultSet row, String what) throws SQLException {
        return new Round.Measured(Rows.number(row, what + "_mean"), Rows.number(row, what + "_low"), Rows.number(row, what + "_high"),
                Rows.count(row, what + "_laps"));
    }
}
