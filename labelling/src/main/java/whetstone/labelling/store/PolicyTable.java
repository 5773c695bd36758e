package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import whetstone.model.policy.PolicyFormatException;
import whetstone.model.policy.PolicyJson;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** The tables {@code policies} and {@code driver}. */
final class PolicyTable {
    private PolicyTable() {}

    static PolicyVersion insert(Handle handle, PolicyVersion version) {
        return version.withId(handle.createUpdate("""
                        INSERT INTO policies (name, parent, round, description, weights, seed, labels, held_out_loss, trained_at)
                        VALUES (:name, :parent, :round, :description, :weights, :seed, :labels, :heldOutLoss, :trainedAt)""")
                .bind("name", version.name()).bind("parent", version.parent()).bind("round", version.round())
                .bind("description", PolicyJson.write(version.description())).bind("weights", Blobs.floats(version.weights().toArray()))
                .bind("seed", version.seed()).bind("labels", version.labels()).bind("heldOutLoss", version.heldOutLoss())
                .bind("trainedAt", version.trainedAt().toString())
                .executeAndReturnGeneratedKeys().mapTo(Long.class).one());
    }

    /** Oldest first. */
    static List<PolicyVersion> all(Handle handle, Faults faults) {
        return handle.createQuery("SELECT * FROM policies ORDER BY id").map((row, _) -> version(row, faults)).list();
    }

    static Optional<PolicyVersion> driver(Handle handle, Faults faults) {
        return handle.createQuery("SELECT policies.* FROM policies JOIN driver ON driver.policy = policies.id")
                .map((row, _) -> version(row, faults)).findOne();
    }

    static void makeDriver(Handle handle, OptionalLong policy) {
        handle.execute("DELETE FROM driver");
        policy.ifPresent(id -> handle.execute("INSERT INTO driver (only, policy) VALUES (1, ?)", id));
    }

    private static PolicyVersion version(ResultSet row, Faults faults) throws SQLException {
        long id = row.getLong("id");
        try {
            return new PolicyVersion(id, row.getString("name"), Rows.optionalLong(row, "parent"), row.getInt("round"),
                    PolicyJson.read(row.getString("description")), new Weights(Blobs.floats(row.getBytes("weights"))),
                    row.getLong("seed"), Rows.count(row, "labels"), Rows.optionalDouble(row, "held_out_loss"),
                    Rows.instant(row, "trained_at"));
        } catch (IllegalArgumentException | PolicyFormatException nonsense) {
            throw faults.nonsense("a policy (" + id + ")", nonsense);
        }
    }
}
