package whetstone.app.controller;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.Words;
import whetstone.labelling.input.StickVerb;

/** Which button does what: press "RECORD", then the button on the stick. FX thread. */
final class ButtonsPane extends VBox {
    private static final int COLUMNS = 3;

    private final Words words;
    private final ControllerModel model;
    private final Map<StickVerb, Button> assigned = new EnumMap<>(StickVerb.class);
    private final Label explained = new Label();
    private final GridPane grid = new GridPane(10, 6);

    ButtonsPane(Words words, ControllerModel model) {
        this.words = words;
        this.model = model;
        getStyleClass().addAll("card-box", "buttons-pane");
        Label title = new Label(words.get("buttons.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        explained.getStyleClass().add(Styles.TEXT_MUTED);
        explained.setWrapText(true);
        explained.setMinHeight(Region.USE_PREF_SIZE);
        for (StickVerb verb : StickVerb.values()) {
            addVerb(verb);
        }
        getChildren().addAll(title, explained, grid);
        model.mappingProperty().subscribe(_ -> show());
        model.awaitedProperty().subscribe(_ -> show());
        model.chosenProperty().subscribe(_ -> show());
    }

    private void addVerb(StickVerb verb) {
        Label name = new Label(words.get("verb." + verb.name().toLowerCase(Locale.ROOT)));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Button button = new Button();
        button.setId("verb-" + verb.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll(Styles.SMALL, "verb-button");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> model.await(verb));
        assigned.put(verb, button);
        GridPane.setHgrow(name, Priority.ALWAYS);
        GridPane.setHalignment(button, HPos.RIGHT);
        int column = verb.ordinal() % COLUMNS * 2;
        grid.add(name, column, verb.ordinal() / COLUMNS);
        grid.add(button, column + 1, verb.ordinal() / COLUMNS);
    }

    private void show() {
        boolean none = model.device().buttons().isEmpty();
        grid.setDisable(none);
        explained.setText(words.get(none ? "buttons.none" : "buttons.explained"));
        assigned.forEach((verb, button) -> {
            boolean awaited = model.awaitedProperty().get().filter(verb::equals).isPresent();
            Integer index = model.mappingProperty().get().buttons().get(verb);
            button.setText(awaited ? words.get("buttons.press") : index == null ? words.get("buttons.free") : String.valueOf(index + 1));
            button.getStyleClass().remove(Styles.ACCENT);
            if (awaited) {
                button.getStyleClass().add(Styles.ACCENT);
            }
        });
    }
}
