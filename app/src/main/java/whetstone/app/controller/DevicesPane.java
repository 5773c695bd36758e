package whetstone.app.controller;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;

/** The devices there are, one of them chosen, and looking for more. FX thread. */
final class DevicesPane extends VBox {
    private final Words words;
    private final ControllerModel model;
    private final VBox list = new VBox(6);

    /** @param foot stands below the devices */
    DevicesPane(Words words, ControllerModel model, Node foot) {
        this.words = words;
        this.model = model;
        getStyleClass().add("devices-pane");
        model.devicesProperty().subscribe(this::show);
        model.chosenProperty().subscribe(_ -> show(model.devicesProperty().get()));
        Label explained = new Label(words.get("devices.explained"));
        explained.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        explained.setWrapText(true);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(head(), list, hint(), foot, space, explained, reset());
    }

    private HBox head() {
        Label title = new Label(words.get("devices.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button rescan = new Button(words.get("devices.rescan"), new FontIcon(Feather.REFRESH_CW));
        rescan.setId("rescan");
        rescan.disableProperty().bind(model.searchingProperty());
        rescan.setOnAction(_ -> model.search());
        HBox head = new HBox(8, title, space, rescan);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Label hint() {
        Label hint = new Label();
        hint.setId("hint");
        hint.textProperty().bind(model.hintProperty());
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        hint.visibleProperty().bind(hint.managedProperty());
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        return hint;
    }

    private Button reset() {
        Button reset = new Button(words.get("devices.reset"), new FontIcon(Feather.ROTATE_CCW));
        reset.setId("reset");
        reset.setMaxWidth(Double.MAX_VALUE);
        reset.setOnAction(_ -> model.reset());
        return reset;
    }

    private void show(List<Stick> devices) {
        list.getChildren().setAll(devices.stream().map(this::card).toList());
    }

    private ToggleButton card(Stick stick) {
        StickDescription device = stick.description();
        Label name = new Label(device.name());
        name.getStyleClass().add("device-name");
        Label kind = new Label(device.kind() == StickDescription.Kind.STICK
                ? words.get("device.stick", device.axes().size(), device.buttons().size())
                : words.get("device." + device.kind().name().toLowerCase(java.util.Locale.ROOT)));
        kind.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        HBox inside = new HBox(10, new FontIcon(icon(device.kind())), new VBox(1, name, kind));
        inside.setAlignment(Pos.CENTER_LEFT);
        ToggleButton card = new ToggleButton(null, inside);
        card.setId("device-" + device.kind().name().toLowerCase(java.util.Locale.ROOT));
        card.getStyleClass().add("device-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setFocusTraversable(false);
        card.setSelected(stick == model.chosenProperty().get());
        card.setOnAction(_ -> model.choose(stick));
        return card;
    }

    private static Feather icon(StickDescription.Kind kind) {
        return switch (kind) {
            case STICK -> Feather.TARGET;
            case MOUSE -> Feather.MOUSE_POINTER;
            case KEYBOARD -> Feather.GRID;
        };
    }
}
