package whetstone.app;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar on top: name, the loop's places, the dataset's menu, the stick. It calls what it is given and knows no screen. */
final class TopBar extends StackPane {
    private final Words words;

    /** What the dataset's menu does. */
    record DatasetVerbs(Runnable open, Runnable create, Runnable openExample) {}

    TopBar(Words words, Workbench workbench, Theme theme, Set<Place> places, ReadOnlyObjectProperty<Place> place,
           Consumer<Place> go, DatasetVerbs verbs, Runnable study) {
        this.words = words;
        getStyleClass().add("top-bar");
        Label name = new Label(words.get("name"));
        name.getStyleClass().addAll(Styles.TITLE_4, "program-name");
        HBox left = new HBox(name);
        left.setAlignment(Pos.CENTER_LEFT);
        HBox right = new HBox(themeButton(theme), datasetMenu(workbench, verbs, study));
        if (places.contains(Place.CONTROLLER)) {
            right.getChildren().add(controllerButton(workbench, place, go));
        }
        right.getStyleClass().add("top-bar-right");
        right.setAlignment(Pos.CENTER_RIGHT);
        HBox ends = new HBox(left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox segments = segments(places, place, go);
        segments.setPickOnBounds(false);
        getChildren().addAll(ends, segments);
    }

    private HBox segments(Set<Place> places, ReadOnlyObjectProperty<Place> place, Consumer<Place> go) {
        List<ToggleButton> buttons = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (Place shown : places) {
            if (shown != Place.CONTROLLER) {
                buttons.add(segment(shown, group, place, go));
            }
        }
        buttons.forEach(button -> button.getStyleClass().add(Styles.CENTER_PILL));
        if (buttons.size() > 1) {
            buttons.getFirst().getStyleClass().set(buttons.getFirst().getStyleClass().size() - 1, Styles.LEFT_PILL);
            buttons.getLast().getStyleClass().set(buttons.getLast().getStyleClass().size() - 1, Styles.RIGHT_PILL);
        }
        HBox box = new HBox(buttons.toArray(ToggleButton[]::new));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private ToggleButton segment(Place shown, ToggleGroup group, ReadOnlyObjectProperty<Place> place, Consumer<Place> go) {
        ToggleButton button = new ToggleButton(words.get(shown.key()), new FontIcon(shown.icon()));
        button.setId("place-" + shown.key());
        button.setToggleGroup(group);
        button.setSelected(place.get() == shown);
        place.addListener((_, _, now) -> button.setSelected(now == shown));
        button.setOnAction(_ -> {
            go.accept(shown);
            button.setSelected(place.get() == shown);
        });
        return quiet(button, words.get(shown.key() + ".tip"));
    }

    private Button themeButton(Theme theme) {
        FontIcon icon = new FontIcon();
        icon.iconCodeProperty().bind(theme.darkProperty().map(dark -> dark ? Feather.SUN : Feather.MOON));
        Button button = new Button(null, icon);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setId("theme");
        button.setOnAction(_ -> theme.toggle());
        return quiet(button, words.get("theme.tip"));
    }

    private MenuButton datasetMenu(Workbench workbench, DatasetVerbs verbs, Runnable study) {
        MenuButton menu = new MenuButton(words.get("dataset.none"), new FontIcon(Feather.FOLDER),
                item("dataset.open", Feather.FOLDER, verbs.open()), item("dataset.new", Feather.FILE_PLUS, verbs.create()),
                new SeparatorMenuItem(), item("dataset.example", Feather.COMPASS, verbs.openExample()),
                new SeparatorMenuItem(), item("study", Feather.USERS, study));
        menu.textProperty().bind(workbench.datasetProperty()
                .map(open -> open.map(dataset -> dataset.file().getFileName().toString()).orElse(words.get("dataset.none"))));
        menu.getStyleClass().add(Styles.FLAT);
        menu.setId("dataset-menu");
        menu.setMaxWidth(300);
        return quiet(menu, words.get("dataset.tip"));
    }

    private MenuItem item(String key, Feather icon, Runnable verb) {
        MenuItem item = new MenuItem(words.get(key), new FontIcon(icon));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> verb.run());
        return item;
    }

    private ToggleButton controllerButton(Workbench workbench, ReadOnlyObjectProperty<Place> place, Consumer<Place> go) {
        ToggleButton button = new ToggleButton(words.get("controller"), new FontIcon(Feather.TARGET));
        button.setId("place-controller");
        button.textProperty().bind(workbench.stickNameProperty());
        button.setMaxWidth(220);
        place.addListener((_, _, now) -> button.setSelected(now == Place.CONTROLLER));
        button.setOnAction(_ -> {
            go.accept(Place.CONTROLLER);
            button.setSelected(place.get() == Place.CONTROLLER);
        });
        return quiet(button, words.get("controller.tip"));
    }

    /** Buttons never take the keyboard: its keys belong to the screen (space plays, it does not press). */
    private static <B extends ButtonBase> B quiet(B button, String tip) {
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(tip));
        return button;
    }
}
