package whetstone.app;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's contents: top bar, notice, one of the screens, status bar. Only the screen in view is alive. FX thread. */
final class MainWindow {
    private final ReadOnlyObjectWrapper<Place> place;
    private final Map<Place, Screen> screens;
    private final StackPane content = new StackPane();
    private final BorderPane root = new BorderPane();

    /** @param screens at least the one to begin with */
    MainWindow(Words words, Workbench workbench, Theme theme, Map<Place, Screen> screens, Place first, TopBar.DatasetVerbs verbs,
               Runnable study) {
        this.screens = new EnumMap<>(screens);
        this.place = new ReadOnlyObjectWrapper<>(first);
        root.getStylesheets().add(MainWindow.class.getResource("/whetstone/css/window.css").toExternalForm());
        root.getStyleClass().add("whetstone");
        theme.darkProperty().subscribe(dark -> {
            root.getStyleClass().removeAll("dark", "light");
            root.getStyleClass().add(dark ? "dark" : "light");
        });
        content.getStyleClass().add("screen");
        root.setTop(new VBox(new TopBar(words, workbench, theme, this.screens.keySet(), placeProperty(), this::go, verbs, study),
                new NoticeLine(words, workbench)));
        root.setCenter(content);
        root.setBottom(new StatusBar(words, workbench));
        reveal(first);
    }

    Parent root() {
        return root;
    }

    ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** The places there are, in their order. */
    Set<Place> places() {
        return Collections.unmodifiableSet(screens.keySet());
    }

    void go(Place next) {
        if (next != place.get() && screens.containsKey(next)) {
            screens.get(place.get()).hidden();
            place.set(next);
            reveal(next);
        }
    }

    /** The window closes: what is in view stops its timers. */
    void close() {
        screens.get(place.get()).hidden();
    }

    private void reveal(Place next) {
        Screen screen = screens.get(next);
        content.getChildren().setAll(screen.node());
        screen.shown();
        screen.node().requestFocus();
    }
}
