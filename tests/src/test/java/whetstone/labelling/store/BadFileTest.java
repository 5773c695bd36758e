package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.DatasetException;

/** Whatever is wrong with a file: one sentence, and nothing lost. */
class BadFileTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("test.whetstone");
    }

    @Test
    void fileThatIsNoDatabaseIsSaid() throws IOException {
        Files.write(file, new byte[5000]);
        assertSaid("test.whetstone is not a Whetstone dataset, or its beginning is damaged.");
    }

    @Test
    void cutOffFileIsSaid() throws IOException {
        Recordings.filled(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertSaid("test.whetstone is damaged");
    }

    @Test
    void garbageInTheMiddleIsSaid() throws IOException {
        Recordings.filled(file);
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4096, bytes.length - 4096, (byte) 0x5a);
        Files.write(file, bytes);
        assertSaid("test.whetstone is damaged");
    }

    @Test
    void databaseOfAnotherProgramIsSaidAndLeftAsItIs() throws IOException, SQLException {
        sql("CREATE TABLE theirs (id INTEGER)");
        byte[] before = Files.readAllBytes(file);
        assertSaid("test.whetstone is a database of another program");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void fileOpenTwiceInOneProgramIsSaid() {
        SqliteDataset first = SqliteDataset.create(file);
        assertSaid("test.whetstone is open in another window or program");
        first.close();
    }

    @Test
    void fileThatIsNotThereIsSaid() {
        assertSaid("test.whetstone is not there: choose another file");
    }

    @Test
    void folderThatCantBeWrittenIsSaid() {
        Path sealed = Path.of("/sys");
        assumeFalse(!Files.isDirectory(sealed) || new java.io.File("/sys/whetstone-test").mkdir(), "needs a folder that nobody may write");
        assertThatThrownBy(() -> SqliteDataset.create(sealed.resolve("test.whetstone"))).isInstanceOf(DatasetException.class)
                .hasMessageContaining("can't be opened for writing: its folder '/sys' is missing or read-only");
    }

    @Test
    void closedFileIsSaid() {
        SqliteDataset dataset = SqliteDataset.create(file);
        dataset.close();
        assertThatThrownBy(dataset::rollouts).hasMessage("test.whetstone is closed.");
    }

    private void assertSaid(String beginning) {
        assertThatThrownBy(() -> SqliteDataset.open(file)).isInstanceOf(DatasetException.class).hasMessageStartingWith(beginning);
    }

    private void sql(String change, byte[]... blobs) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
             PreparedStatement statement = connection.prepareStatement(change)) {
            for (int i = 0; i < blobs.length; i++) {
                statement.setBytes(i + 1, blobs[i]);
            }
            statement.executeUpdate();
        }
    }
}
