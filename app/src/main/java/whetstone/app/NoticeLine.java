package whetstone.app;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one sentence that the window has to say, until it is dismissed or the next one comes. Takes no room where there is none. */
final class NoticeLine extends HBox {
    NoticeLine(Words words, Workbench workbench) {
        getStyleClass().add("notice-line");
        setAlignment(Pos.CENTER_LEFT);
        Label sentence = new Label();
        sentence.setId("notice");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.textProperty().bind(workbench.noticeProperty());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button dismiss = new Button(null, new FontIcon(Feather.X));
        dismiss.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        dismiss.setFocusTraversable(false);
        dismiss.setTooltip(new Tooltip(words.get("notice.dismiss.tip")));
        dismiss.setOnAction(_ -> workbench.say(""));
        getChildren().addAll(new FontIcon(Feather.INFO), sentence, dismiss);
        visibleProperty().bind(workbench.noticeProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
