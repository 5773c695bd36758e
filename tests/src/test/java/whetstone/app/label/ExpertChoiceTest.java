package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.JournalEntry;

/** Who labels is chosen on the Label screen. */
class ExpertChoiceTest {
    @TempDir
    private Path folder;
    private SteeredWindow steered;
    private MenuButton choice;

    @BeforeEach
    void open() {
        steered = new SteeredWindow(folder);
        choice = onFx(() -> (MenuButton) steered.window().screen().node().lookup("#expert-choice"));
    }

    @AfterEach
    void close() {
        steered.close();
    }

    private void name(String expert) {
        onFx(() -> {
            CustomMenuItem somebody = (CustomMenuItem) choice.getItems().getLast();
            TextField field = (TextField) ((HBox) somebody.getContent()).getChildren().getFirst();
            field.setText(expert);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void whoIsNamedGivesTheLabels() {
        name("anna");
        steered.window().press(KeyCode.A);
        steered.waitForLabel();
        assertThat(steered.journal()).extracting(JournalEntry::expert).containsExactly("anna");
    }

    @Test
    void whoIsNamedIsShown() {
        name("anna");
        assertThat(onFx(choice::getText)).isEqualTo("anna");
    }

    @Test
    void whoLabelledBeforeIsOffered() {
        name("anna");
        steered.window().press(KeyCode.A);
        steered.waitForLabel();
        name("bert");
        onFx(choice::show);
        LabelWindow.waitFor("anna among the names", () -> names().contains("anna"));
        onFx(choice::hide);
    }

    private List<String> names() {
        return choice.getItems().stream().map(MenuItem::getText).toList();
    }
}
