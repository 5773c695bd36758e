package whetstone.app.data;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/** What the chosen rollouts amount to, their action histogram, and what can be done with them. */
final class SelectionPane extends VBox {
    private final Words words;
    private final Label title = new Label();
    private final GridPane numbers = new GridPane(8, 8);
    private final HistogramPlot plot = new HistogramPlot();
    private final Label caption = new Label();
    private final Button label;
    private final Button delete;
    private final Button restore;

    SelectionPane(Words words, Runnable openInLabel, Runnable deleteChosen, Runnable restoreChosen) {
        this.words = words;
        getStyleClass().add("selection-pane");
        title.getStyleClass().add(Styles.TITLE_4);
        caption.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        label = button("do.label", Feather.EDIT_2, openInLabel);
        label.getStyleClass().add(Styles.ACCENT);
        delete = button("do.delete", Feather.TRASH_2, deleteChosen);
        restore = button("do.restore", Feather.ROTATE_CCW, restoreChosen);
        Label heading = new Label(words.get("histogram.title"));
        heading.getStyleClass().add(Styles.TITLE_4);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(title, numbers, heading, plot, legend(), caption, space, label, delete, restore);
    }

    void show(SelectionSummary summary, boolean anyDeleted, boolean anyKept) {
        title.setText(summary.rollouts() == 0 ? words.get("selection.none") : words.get("selection.some", summary.rollouts()));
        numbers.getChildren().clear();
        row(0, "selection.frames", count(summary.frames()));
        long seconds = (long) summary.seconds();
        row(1, "selection.driven", String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60));
        row(2, "selection.falls", count(summary.falls()));
        row(3, "selection.labelled", count(summary.labelled()));
        row(4, "selection.rejected", count(summary.rejected()));
        label.setDisable(summary.rollouts() != 1 || anyDeleted);
        shown(delete, anyKept || !anyDeleted);
        delete.setDisable(!anyKept);
        shown(restore, anyDeleted);
    }

    void show(ActionHistogram histogram) {
        plot.show(histogram);
        caption.setText(histogram.learnerCount() + histogram.labelCount() == 0 ? words.get("histogram.empty")
                : words.get("histogram.caption", histogram.learnerCount(), histogram.labelCount()));
    }

    private HBox legend() {
        HBox legend = new HBox(14, key("histogram-learner", "histogram.learner"), key("histogram-label", "histogram.label"));
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private Label key(String style, String text) {
        Rectangle swatch = new Rectangle(10, 10);
        swatch.getStyleClass().add(style);
        Label key = new Label(words.get(text), swatch);
        key.getStyleClass().add(Styles.TEXT_SMALL);
        return key;
    }

    private void row(int index, String key, String value) {
        Label name = new Label(words.get(key));
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(name, Priority.ALWAYS);
        Label number = new Label(value);
        number.getStyleClass().add("number");
        numbers.addRow(index, name, number);
        GridPane.setHalignment(number, javafx.geometry.HPos.RIGHT);
    }

    private Button button(String key, Feather icon, Runnable verb) {
        Button button = new Button(words.get(key), new FontIcon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> verb.run());
        return button;
    }

    private static void shown(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
