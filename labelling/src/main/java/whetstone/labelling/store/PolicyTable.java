package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.PolicyFormatException;
import whetstone.model.policy.PolicyJson;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** The tables {@code policies}, {@code driver} and {@code policy_models}. */
final class PolicyTable {
    private static final String SELECT = "SELECT policies.*, policy_models.sha256 FROM policies LEFT JOIN policy_models ON policy_models.policy = policies.id";

    private final Faults faults;
    private final LongFunction<byte[]> models;

    /** @param models reads the model of a policy, by the policy's id, whenever it is asked for */
    PolicyTable(Faults faults, LongFunction<byte[]> models) {
        this.faults = faults;
        this.models = models;
    }

    static PolicyVersion insert(Handle handle, PolicyVersion version) {
        PolicyVersion saved = version.withId(handle.createUpdate("""
                        INSERT INTO policies (name, parent, round, description, weights, seed, labels, held_out_loss, trained_at)
                        VALUES (:name, :parent, :round, :description, :weights, :seed, :labels, :heldOutLoss, :trainedAt)""")
                .bind("name", version.name()).bind("parent", version.parent()).bind("round", version.round())
                .bind("description", PolicyJson.write(version.description())).bind("weights", Blobs.floats(version.weights().toArray()))
                .bind("seed", version.seed()).bind("labels", version.labels()).bind("heldOutLoss", version.heldOutLoss())
                .bind("trainedAt", version.trainedAt().toString())
                .executeAndReturnGeneratedKeys().mapTo(Long.class).one());
        saved.model().ifPresent(model -> handle.execute("INSERT INTO policy_models (policy, sha256, bytes) VALUES (?, ?, ?)", saved.id(),
                model.sha256(), model.bytes()));
        return saved;
    }

    /** The bytes of an imported model. @throws IllegalArgumentException if it is missing or larger than any that was imported */
    static byte[] model(Handle handle, long policy) {
        return handle.createQuery("SELECT bytes FROM policy_models WHERE policy = :policy AND length(bytes) <= :most")
                .bind("policy", policy).bind("most", ForeignModel.MOST_BYTES).mapTo(byte[].class).findOne()
                .orElseThrow(() -> new IllegalArgumentException("the model of policy " + policy + " is missing or too large"));
    }

    /** Oldest first. */
    List<PolicyVersion> all(Handle handle) {
        return handle.createQuery(SELECT + " ORDER BY policies.id").map((row, _) -> version(row)).list();
    }

    Optional<PolicyVersion> driver(Handle handle) {
        return handle.createQuery(SELECT + " JOIN driver ON driver.policy = policies.id").map((row, _) -> version(row)).findOne();
    }

    static void makeDriver(Handle handle, OptionalLong policy) {
        handle.execute("DELETE FROM driver");
        policy.ifPresent(id -> handle.execute("INSERT INTO driver (only, policy) VALUES (1, ?)", id));
    }

    private PolicyVersion version(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        try {
            return new PolicyVersion(id, row.getString("name"), Rows.optionalLong(row, "parent"), row.getInt("round"),
                    PolicyJson.read(row.getString("description")), new Weights(Blobs.floats(row.getBytes("weights"))),
                    row.getLong("seed"), Rows.count(row, "labels"), Rows.optionalDouble(row, "held_out_loss"),
                    Rows.instant(row, "trained_at"), Optional.ofNullable(row.getString("sha256"))
                            .map(sha256 -> ForeignModel.kept(sha256, () -> models.apply(id))));
        } catch (IllegalArgumentException | PolicyFormatException nonsense) {
            throw faults.nonsense("a policy (" + id + ")", nonsense);
        }
    }
}
