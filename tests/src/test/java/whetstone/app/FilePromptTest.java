package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePromptTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstQuestionBeginsBesideTheDataset() {
        FilePrompt prompt = new FilePrompt(() -> Optional.of(folder.resolve("my.whetstone")));
        assertThat(prompt.beginning()).contains(folder.toFile());
    }

    @Test
    void theNextQuestionBeginsWhereSomethingWasChosen() throws IOException {
        Path recordings = Files.createDirectory(folder.resolve("recordings"));
        FilePrompt prompt = new FilePrompt(() -> Optional.of(folder.resolve("my.whetstone")));
        prompt.chosen(recordings.resolve("tub").toFile());
        prompt.chosen(null);
        assertThat(prompt.beginning()).contains(recordings.toFile());
    }

    @Test
    void aFolderThatIsGoneIsNotBegunIn() {
        FilePrompt prompt = new FilePrompt(() -> Optional.of(folder.resolve("unplugged/my.whetstone")));
        assertThat(prompt.beginning()).isEmpty();
    }
}
