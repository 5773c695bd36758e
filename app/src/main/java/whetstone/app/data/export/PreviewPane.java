package whetstone.app.data.export;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.labelling.exchange.ExportFormat;

/** What an export would write: its numbers, its files, and what gets lost. */
final class PreviewPane extends VBox {
    private final Words words;
    private final GridPane numbers = new GridPane(18, 6);
    private final Label files = new Label();
    private final VBox limits = new VBox(8);

    PreviewPane(Words words) {
        this.words = words;
        getStyleClass().add("export-preview");
        files.getStyleClass().add("export-files");
        files.setMaxWidth(Double.MAX_VALUE);
        files.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title("export.what"), numbers, title("export.files"), files, title("export.limits"), limits);
    }

    private Label title(String key) {
        Label title = new Label(words.get(key));
        title.getStyleClass().add(Styles.TITLE_4);
        return title;
    }

    void show(ExportFormat format, Optional<ExportPreview> preview) {
        files.setText(words.get("export." + format.name() + ".files"));
        numbers.getChildren().clear();
        limits.getChildren().clear();
        if (preview.isEmpty()) {
            numbers.addRow(0, muted(words.get("export.looking")));
            return;
        }
        ExportPreview found = preview.get();
        row("export.rollouts", words.get("export.rollouts.of", found.rollouts(), found.training(), found.validation()));
        row("export.frames", count(found.frames()));
        row("export.labelled", count(found.labelled()));
        row("export.interventions", count(found.interventions()));
        row("export.rejected", count(found.rejected()));
        row("export.cameras", String.join(", ", found.cameras()));
        row("export.actions", String.join(", ", found.actions()));
        showLimits(found.limits());
    }

    private void showLimits(List<String> sentences) {
        if (sentences.isEmpty()) {
            limits.getChildren().add(line(Feather.CHECK, Styles.SUCCESS, words.get("export.limits.none")));
        }
        for (String sentence : sentences) {
            limits.getChildren().add(line(Feather.ALERT_TRIANGLE, Styles.WARNING, sentence));
        }
    }

    private static HBox line(Feather icon, String style, String sentence) {
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().addAll("export-sign", style);
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(10, sign, text);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private void row(String key, String value) {
        Label shown = new Label(value);
        shown.setWrapText(true);
        numbers.addRow(numbers.getRowCount(), muted(words.get(key)), shown);
    }

    private static Node muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
