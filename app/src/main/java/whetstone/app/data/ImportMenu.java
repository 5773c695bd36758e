package whetstone.app.data;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.FilePrompt;
import whetstone.app.Words;
import whetstone.labelling.exchange.Formats;
import whetstone.labelling.exchange.ImportFormat;
import whetstone.labelling.exchange.ImportOptions;

/** Chooses what to import: a format, then its file or folder, then what the format does not say. */
final class ImportMenu {
    private final DataModel model;
    private final FilePrompt files;
    private final Words words;
    private final Node place;

    /** @param place in the window that dialogs belong to */
    ImportMenu(DataModel model, FilePrompt files, Words words, Node place) {
        this.model = model;
        this.files = files;
        this.words = words;
        this.place = place;
    }

    MenuButton node() {
        MenuButton button = new MenuButton(words.get("do.import"), new FontIcon(Feather.DOWNLOAD));
        for (ImportFormat format : Formats.imports()) {
            MenuItem item = new MenuItem(words.get("import." + format.name()));
            item.setOnAction(_ -> choose(format).ifPresent(chosen -> options(format).ifPresent(options ->
                    model.bring(format, chosen, options))));
            button.getItems().add(item);
        }
        button.disableProperty().bind(model.transfer().runningProperty());
        return button;
    }

    private Optional<Path> choose(ImportFormat format) {
        String title = words.get("import." + format.name() + ".choose");
        if (format.files().isEmpty()) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            return files.folder(chooser, place.getScene().getWindow());
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(words.get("import." + format.name()), format.files()),
                new FileChooser.ExtensionFilter(words.get("import.anyFile"), "*"));
        return files.open(chooser, place.getScene().getWindow());
    }

    private Optional<ImportOptions> options(ImportFormat format) {
        ImportOptions usual = ImportOptions.usual(InstantSource.system());
        return format.asksFramesPerSecond() ? framesPerSecond(format).map(usual::withFramesPerSecond) : Optional.of(usual);
    }

    private Optional<Double> framesPerSecond(ImportFormat format) {
        TextInputDialog dialog = new TextInputDialog("15");
        dialog.initOwner(place.getScene().getWindow());
        dialog.setTitle(words.get("import." + format.name()));
        dialog.setHeaderText(null);
        dialog.setContentText(words.get("import.rate"));
        return dialog.showAndWait().flatMap(typed -> {
            try {
                return Optional.of(Double.valueOf(typed.strip().replace(',', '.')));
            } catch (NumberFormatException noNumber) {
                model.say(words.get("import.rate.wrong", typed));
                return Optional.empty();
            }
        });
    }
}
