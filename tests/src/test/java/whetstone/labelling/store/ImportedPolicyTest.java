package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.PolicyFormatException;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.ForeignModels;

/** Policies that others made, in the dataset file. */
class ImportedPolicyTest {
    private static final PolicyVersion IMPORTED = PolicyVersion.imported("theirs", ForeignModels.ownExport(),
            ForeignModel.of(new byte[] {1, 2, 3}), Instant.parse("2026-11-20T10:15:30Z"));

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void save() {
        file = folder.resolve("test.whetstone");
        try (SqliteDataset dataset = SqliteDataset.create(file)) {
            long id = dataset.save(IMPORTED).join().id();
            dataset.makeDriver(OptionalLong.of(id)).join();
        }
    }

    @Test
    void anImportedPolicyIsReadBackAsItWas() {
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.policies()).containsExactly(IMPORTED.withId(1));
        }
    }

    @Test
    void itsModelIsReadBackToTheByte() {
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThat(dataset.driver().orElseThrow().model().orElseThrow().bytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aModelThatWasChangedInTheFileIsRefused() throws SQLException {
        change("UPDATE policy_models SET bytes = x'040506'");
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            ForeignModel model = dataset.policies().getFirst().model().orElseThrow();
            assertThatThrownBy(model::bytes).isInstanceOf(PolicyFormatException.class).hasMessageContaining("is not the one that was kept");
        }
    }

    @Test
    void aPolicyWhoseModelIsMissingIsExplained() throws SQLException {
        change("DELETE FROM policy_models");
        try (SqliteDataset dataset = SqliteDataset.open(file)) {
            assertThatThrownBy(dataset::policies).hasMessageContaining("its model is missing");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute(sql);
        }
    }
}
