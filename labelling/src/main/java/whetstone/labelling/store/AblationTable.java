package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.Ablation;
import whetstone.labelling.Ablation.Without;

/** The table {@code ablations}. */
final class AblationTable {
    private AblationTable() {}

    /** Puts these in the place of those that the round had. */
    static void replace(Handle handle, long round, List<Ablation> ablations) {
        handle.execute("DELETE FROM ablations WHERE round = ?", round);
        for (int place = 0; place < ablations.size(); place++) {
            insert(handle, round, place, ablations.get(place));
        }
    }

    private static void insert(Handle handle, long round, int place, Ablation ablation) {
        RoundTable.bind(handle.createUpdate("""
                        INSERT INTO ablations (round, place, left_out, subject, labels, disagreement, falls_mean, falls_low, falls_high,
                            falls_laps, at)
                        VALUES (:round, :place, :leftOut, :subject, :labels, :disagreement, :fallsMean, :fallsLow, :fallsHigh,
                            :fallsLaps, :at)"""), "falls", ablation.fallsPerLap())
                .bind("round", round).bind("place", place).bind("leftOut", leftOut(ablation.without()))
                .bind("subject", subject(ablation.without())).bind("labels", ablation.labels())
                .bind("disagreement", ablation.disagreement()).bind("at", ablation.at().toString()).execute();
    }

    private static String leftOut(Without without) {
        return switch (without) {
            case Without.Expert _ -> "expert";
            case Without.Sitting _ -> "sitting";
            case Without.Round _ -> "round";
        };
    }

    private static String subject(Without without) {
        return switch (without) {
            case Without.Expert(String name) -> name;
            case Without.Sitting(long id) -> Long.toString(id);
            case Without.Round(int number) -> Integer.toString(number);
        };
    }

    /** Of one round, oldest first. @throws IllegalArgumentException with a sentence if one can't be used */
    static List<Ablation> of(Handle handle, long round) {
        return handle.createQuery("SELECT * FROM ablations WHERE round = :round ORDER BY place").bind("round", round)
                .map((row, _) -> ablation(row)).list();
    }

    private static Ablation ablation(ResultSet row) throws SQLException {
        return new Ablation(without(row.getString("left_out"), row.getString("subject")), Rows.count(row, "labels"),
                Rows.optionalDouble(row, "disagreement"), RoundTable.measured(row, "falls"), Rows.instant(row, "at"));
    }

    private static Without without(String leftOut, String subject) {
        return switch (leftOut) {
            case "expert" -> new Without.Expert(subject);
            case "sitting" -> new Without.Sitting(Long.parseLong(subject));
            case "round" -> new Without.Round(Integer.parseInt(subject));
            default -> throw new IllegalArgumentException("'" + leftOut + "' can't be left out of a round");
        };
    }
}
