package whetstone.app.data;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/** Chooses what to import: a driving log, or a folder of frames and how many were taken in a second. */
final class ImportMenu {
    private final DataModel model;
    private final Words words;
    private final Node place;

    /** @param place in the window that dialogs belong to */
    ImportMenu(DataModel model, Words words, Node place) {
        this.model = model;
        this.words = words;
        this.place = place;
    }

    MenuButton node() {
        MenuItem udacity = new MenuItem(words.get("import.udacity"));
        udacity.setOnAction(_ -> choose("import.udacity.choose", model::importUdacity));
        MenuItem frames = new MenuItem(words.get("import.frames"));
        frames.setOnAction(_ -> choose("import.frames.choose", folder ->
                framesPerSecond().ifPresent(rate -> model.importFrames(folder, rate))));
        MenuButton button = new MenuButton(words.get("do.import"), new FontIcon(Feather.DOWNLOAD), udacity, frames);
        button.disableProperty().bind(model.transfer().runningProperty());
        return button;
    }

    private void choose(String title, Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get(title));
        Optional.ofNullable(chooser.showDialog(place.getScene().getWindow())).map(File::toPath).ifPresent(chosen);
    }

    private Optional<Double> framesPerSecond() {
        TextInputDialog dialog = new TextInputDialog("15");
        dialog.initOwner(place.getScene().getWindow());
        dialog.setTitle(words.get("import.frames"));
        dialog.setHeaderText(null);
        dialog.setContentText(words.get("import.rate"));
        // What is no number is left to the import itself, which says in a sentence what rates there are.
        return dialog.showAndWait().map(typed -> {
            try {
                return Double.valueOf(typed.strip().replace(',', '.'));
            } catch (NumberFormatException noNumber) {
                return Double.NaN;
            }
        });
    }
}
