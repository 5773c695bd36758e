package whetstone.app.data;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/** What the table says where it has no row: what to do now, or that the filter hides everything. */
final class EmptyTable extends VBox {
    EmptyTable(DataModel model, Words words) {
        super(10);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label title = new Label();
        title.getStyleClass().add(Styles.TITLE_3);
        title.textProperty().bind(Bindings.when(Bindings.isEmpty(model.allRows())).then(words.get("empty.title"))
                .otherwise(words.get("empty.hidden.title")));
        Label text = new Label();
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.textProperty().bind(Bindings.when(Bindings.isEmpty(model.allRows())).then(words.get("empty.text"))
                .otherwise(words.get("empty.hidden.text")));
        text.setMaxWidth(420);
        getChildren().addAll(new FontIcon(Feather.DATABASE), title, text);
    }
}
