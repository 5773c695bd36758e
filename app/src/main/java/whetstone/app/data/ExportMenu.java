package whetstone.app.data;

import java.io.File;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Formats;

/** Chooses a format to export in. */
final class ExportMenu {
    private final DataModel model;
    private final Words words;
    private final Node place;

    /** @param place in the window that dialogs belong to */
    ExportMenu(DataModel model, Words words, Node place) {
        this.model = model;
        this.words = words;
        this.place = place;
    }

    MenuButton node() {
        MenuButton button = new MenuButton(words.get("do.export"), new FontIcon(Feather.UPLOAD));
        for (ExportFormat format : Formats.exports()) {
            MenuItem item = new MenuItem(words.get("export." + format.name()));
            item.setOnAction(_ -> choose(format));
            button.getItems().add(item);
        }
        button.disableProperty().bind(model.transfer().runningProperty().or(Bindings.isEmpty(model.rows())));
        return button;
    }

    private void choose(ExportFormat format) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("export.choose"));
        Optional.ofNullable(chooser.showDialog(place.getScene().getWindow())).map(File::toPath)
                .ifPresent(folder -> model.export(format, folder));
    }
}
