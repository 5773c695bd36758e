package whetstone.app.label;

import atlantafx.base.theme.Styles;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import whetstone.app.Words;

/** "I have 10 minutes": how much time the expert has for the queue. FX thread. */
final class TimeChoice extends MenuButton {
    private static final int[] USUAL = {5, 10, 20, 40};
    private static final int MOST = 480;

    private final Words words;
    private final Queue queue;

    TimeChoice(Words words, Queue queue) {
        this.words = words;
        this.queue = queue;
        setId("time-choice");
        getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        setFocusTraversable(false);
        setTooltip(new Tooltip(words.get("time.tip")));
        textProperty().bind(queue.minutesProperty().map(this::text));
        getItems().add(item(OptionalInt.empty()));
        for (int minutes : USUAL) {
            getItems().add(item(OptionalInt.of(minutes)));
        }
        getItems().addAll(new SeparatorMenuItem(), other());
    }

    private String text(OptionalInt minutes) {
        return minutes.isPresent() ? words.get("time.minutes", minutes.getAsInt()) : words.get("time.unlimited");
    }

    private MenuItem item(OptionalInt minutes) {
        MenuItem item = new MenuItem(text(minutes));
        item.setOnAction(_ -> queue.has(minutes));
        return item;
    }

    private CustomMenuItem other() {
        Spinner<Integer> minutes = new Spinner<>(1, MOST, 15);
        minutes.setEditable(true);
        minutes.setPrefWidth(90);
        Button choose = new Button(words.get("time.choose"));
        choose.getStyleClass().add(Styles.SMALL);
        choose.setOnAction(_ -> {
            queue.has(OptionalInt.of(minutes.getValue()));
            hide();
        });
        HBox row = new HBox(8, minutes, new Label(words.get("time.unit")), choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return new CustomMenuItem(row, false);
    }
}
