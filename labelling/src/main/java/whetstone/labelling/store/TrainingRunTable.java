package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.TrainingLog.Epoch;
import whetstone.labelling.TrainingLog.Outcome;
import whetstone.labelling.TrainingLog.Plan;
import whetstone.labelling.TrainingLog.Run;

/** The tables {@code training_runs} and {@code metrics}. */
final class TrainingRunTable {
    private TrainingRunTable() {}

    static Run begin(Handle handle, Plan plan) {
        long id = handle.createUpdate("""
                        INSERT INTO training_runs (name, round, parent, labels, epochs, settings, seed, begun_at, outcome)
                        VALUES (:name, :round, :parent, :labels, :epochs, :settings, :seed, :begunAt, 'running')""")
                .bind("name", plan.name()).bind("round", plan.round()).bind("parent", plan.parent()).bind("labels", plan.labels())
                .bind("epochs", plan.epochs()).bind("settings", plan.settings()).bind("seed", plan.seed())
                .bind("begunAt", plan.begunAt().toString()).executeAndReturnGeneratedKeys().mapTo(Long.class).one();
        return new Run(id, plan, 0, new Outcome.Running(), Optional.empty());
    }

    static void epoch(Handle handle, long run, Epoch epoch) {
        handle.createUpdate("INSERT INTO metrics (training_run, epoch, loss, held_out_loss, at) VALUES (:run, :epoch, :loss, :heldOut, :at)")
                .bind("run", run).bind("epoch", epoch.number()).bind("loss", epoch.loss()).bind("heldOut", epoch.heldOutLoss())
                .bind("at", epoch.at().toString()).execute();
    }

    static void end(Handle handle, long run, Outcome outcome, Instant at) {
        int changed = handle.createUpdate("""
                        UPDATE training_runs SET outcome = :outcome, reason = :reason, policy = :policy, ended_at = :at
                        WHERE id = :id AND outcome = 'running'""")
                .bind("outcome", name(outcome)).bind("at", at.toString()).bind("id", run)
                .bind("reason", outcome instanceof Outcome.Failed(String reason) ? Optional.of(reason) : Optional.empty())
                .bind("policy", outcome instanceof Outcome.Finished(long policy) ? OptionalLong.of(policy) : OptionalLong.empty())
                .execute();
        if (changed != 1) {
            throw new IllegalArgumentException("there is no training run " + run + " that could end");
        }
    }

    /** On opening, before any run of this program: what is still running here was cut off with its program. */
    static void interruptRunning(Handle handle) {
        handle.execute("""
                UPDATE training_runs SET outcome = 'interrupted',
                    ended_at = coalesce((SELECT max(at) FROM metrics WHERE training_run = training_runs.id), begun_at)
                WHERE outcome = 'running'""");
    }

    /** Oldest first. */
    static List<Run> all(Handle handle, Faults faults) {
        return handle.createQuery("""
                        SELECT *, (SELECT count(*) FROM metrics WHERE training_run = training_runs.id) AS epochs_done
                        FROM training_runs ORDER BY id""").map((row, _) -> run(row, faults)).list();
    }

    private static Run run(ResultSet row, Faults faults) throws SQLException {
        long id = row.getLong("id");
        try {
            Plan plan = new Plan(row.getString("name"), row.getInt("round"), Rows.optionalLong(row, "parent"), row.getInt("labels"),
                    row.getInt("epochs"), row.getString("settings"), row.getLong("seed"), Rows.instant(row, "begun_at"));
            Optional<Instant> endedAt = row.getString("ended_at") == null ? Optional.empty()
                    : Optional.of(Rows.instant(row, "ended_at"));
            return new Run(id, plan, Rows.count(row, "epochs_done"), outcome(row), endedAt);
        } catch (IllegalArgumentException nonsense) {
            throw faults.nonsense("a training run (" + id + ")", nonsense);
        }
    }

    static List<Epoch> epochs(Handle handle, long run, Faults faults) {
        return handle.createQuery("SELECT * FROM metrics WHERE training_run = :run ORDER BY epoch").bind("run", run)
                .map((row, _) -> epoch(row, faults)).list();
    }

    private static Epoch epoch(ResultSet row, Faults faults) throws SQLException {
        try {
            return new Epoch(row.getInt("epoch"), Rows.number(row, "loss"), Rows.number(row, "held_out_loss"), Rows.instant(row, "at"));
        } catch (IllegalArgumentException nonsense) {
            throw faults.nonsense("an epoch of training run " + row.getLong("training_run"), nonsense);
        }
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Running _ -> throw new IllegalArgumentException("a training run can't end as running");
            case Outcome.Finished _ -> "finished";
            case Outcome.Cancelled _ -> "cancelled";
            case Outcome.Failed _ -> "failed";
            case Outcome.Interrupted _ -> "interrupted";
        };
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        String name = row.getString("outcome");
        return switch (name) {
            case "running" -> new Outcome.Running();
            case "finished" -> new Outcome.Finished(Rows.optionalLong(row, "policy")
                    .orElseThrow(() -> new IllegalArgumentException("it is finished without a policy")));
            case "cancelled" -> new Outcome.Cancelled();
            case "failed" -> new Outcome.Failed(Optional.ofNullable(row.getString("reason"))
                    .orElseThrow(() -> new IllegalArgumentException("it failed without a reason")));
            case "interrupted" -> new Outcome.Interrupted();
            default -> throw new IllegalArgumentException("'" + name + "' is no outcome");
        };
    }
}
