package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.RolloutSummary;
import whetstone.model.CameraProfile;
import whetstone.model.EnvironmentSpec;
import whetstone.model.RolloutInfo;

/** The tables {@code rollouts} and {@code environments}. Safe for any thread, each with its own handle. */
final class RolloutTable {
    /** Four days at 30 Hz: a longer one is damage. */
    private static final int LONGEST = 10_000_000;

    private final Faults faults;
    /** Rows of environments never change, so what was read once holds. */
    private final Map<Long, EnvironmentSpec> environments = new ConcurrentHashMap<>();

    RolloutTable(Faults faults) {
        this.faults = faults;
    }

    long insert(Handle handle, RolloutInfo info) {
        return handle.createUpdate("""
                        INSERT INTO rollouts (environment, source, policy, round, seed, recorded_at, expert)
                        VALUES (:environment, :source, :policy, :round, :seed, :recordedAt, :expert)""")
                .bind("environment", environment(handle, info.environment())).bind("source", info.source())
                .bind("policy", info.policyId()).bind("round", info.round()).bind("seed", info.seed())
                .bind("recordedAt", info.recordedAt().toString()).bind("expert", info.expert())
                .executeAndReturnGeneratedKeys().mapTo(Long.class).one();
    }

    private static long environment(Handle handle, EnvironmentSpec spec) {
        String json = Json.write(spec);
        handle.createUpdate("INSERT INTO environments (spec) VALUES (:spec) ON CONFLICT DO NOTHING").bind("spec", json).execute();
        return handle.createQuery("SELECT id FROM environments WHERE spec = :spec").bind("spec", json).mapTo(Long.class).one();
    }

    /** Every rollout, oldest first. */
    List<RolloutSummary> all(Handle handle) {
        return handle.createQuery("SELECT * FROM rollouts ORDER BY id").map((row, _) -> summary(handle, row)).list();
    }

    Optional<RolloutSummary> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM rollouts WHERE id = :id").bind("id", id).map((row, _) -> summary(handle, row)).findOne();
    }

    /** @throws whetstone.labelling.DatasetException if there is none with this id */
    RolloutSummary get(Handle handle, long id) {
        return find(handle, id).orElseThrow(() -> faults.because("holds no rollout " + id + "."));
    }

    private RolloutSummary summary(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        try {
            EnvironmentSpec environment = environments.computeIfAbsent(row.getLong("environment"), key -> environment(handle, key));
            RolloutInfo info = new RolloutInfo(environment, row.getString("source"), Rows.optionalLong(row, "policy"),
                    row.getInt("round"), row.getLong("seed"), Rows.instant(row, "recorded_at"),
                    Optional.ofNullable(row.getString("expert")));
            return new RolloutSummary(id, info, length(row), Rows.count(row, "falls"), Rows.count(row, "labelled"),
                    Rows.count(row, "rejected"), row.getBoolean("deleted"), row.getBoolean("finished"));
        } catch (IllegalArgumentException nonsense) {
            throw faults.nonsense("a rollout (" + id + ")", nonsense);
        }
    }

    private static int length(ResultSet row) throws SQLException {
        int length = Rows.count(row, "length");
        if (length > LONGEST) {
            throw new IllegalArgumentException("its length is " + length);
        }
        return length;
    }

    private static EnvironmentSpec environment(Handle handle, long id) {
        return Json.read(handle.createQuery("SELECT spec FROM environments WHERE id = :id").bind("id", id).mapTo(String.class).one(),
                EnvironmentSpec.class);
    }

    void markDeleted(Handle handle, long id, boolean deleted) {
        get(handle, id);
        handle.createUpdate("UPDATE rollouts SET deleted = :deleted WHERE id = :id").bind("deleted", deleted).bind("id", id).execute();
    }

    void setCameraProfile(Handle handle, long id, CameraProfile profile) {
        EnvironmentSpec changed = get(handle, id).info().environment().withFrontCameraProfile(profile);
        handle.createUpdate("UPDATE rollouts SET environment = :environment WHERE id = :id")
                .bind("environment", environment(handle, changed)).bind("id", id).execute();
    }

    static void grow(Handle handle, long id, int frames, int falls) {
        handle.createUpdate("UPDATE rollouts SET length = length + :frames, falls = falls + :falls WHERE id = :id")
                .bind("frames", frames).bind("falls", falls).bind("id", id).execute();
    }

    static void finish(Handle handle, long id) {
        handle.createUpdate("UPDATE rollouts SET finished = 1 WHERE id = :id").bind("id", id).execute();
    }

    static int length(Handle handle, long id) {
        return handle.createQuery("SELECT length FROM rollouts WHERE id = :id").bind("id", id).mapTo(Integer.class).one();
    }

    static void setLabelled(Handle handle, long id, int labelled, int rejected) {
        handle.createUpdate("UPDATE rollouts SET labelled = :labelled, rejected = :rejected WHERE id = :id")
                .bind("labelled", labelled).bind("rejected", rejected).bind("id", id).execute();
    }

    static int labels(Handle handle) {
        return handle.createQuery("SELECT coalesce(sum(labelled), 0) FROM rollouts WHERE deleted = 0").mapTo(Integer.class).one();
    }
}
