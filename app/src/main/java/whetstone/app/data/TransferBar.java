package whetstone.app.data;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/** A strip that shows an import or export while it runs, and afterwards its result until it is dismissed. */
final class TransferBar extends HBox {
    TransferBar(Transfer transfer, Words words) {
        super(12);
        getStyleClass().add("transfer-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        ProgressBar progress = new ProgressBar();
        progress.getStyleClass().add(Styles.MEDIUM);
        progress.progressProperty().bind(transfer.progressProperty());
        Button cancel = new Button(words.get("transfer.cancel"), new FontIcon(Feather.X));
        cancel.setOnAction(_ -> transfer.cancel());
        Button dismiss = new Button(words.get("transfer.dismiss"));
        dismiss.setOnAction(_ -> transfer.dismiss());
        for (javafx.scene.Node node : new javafx.scene.Node[] {progress, cancel}) {
            node.visibleProperty().bind(transfer.runningProperty());
            node.managedProperty().bind(transfer.runningProperty());
        }
        dismiss.visibleProperty().bind(transfer.runningProperty().not());
        dismiss.managedProperty().bind(dismiss.visibleProperty());
        text.textProperty().bind(transfer.runningProperty()
                .flatMap(running -> running ? transfer.titleProperty() : transfer.resultProperty()));
        visibleProperty().bind(transfer.runningProperty().or(transfer.resultProperty().isNotEmpty()));
        managedProperty().bind(visibleProperty());
        getChildren().addAll(text, progress, cancel, dismiss);
    }
}
