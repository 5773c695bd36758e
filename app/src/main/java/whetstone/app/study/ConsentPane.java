package whetstone.app.study;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.Words;

/** What the study is, what is kept, and the person's consent under a code of his own choice. FX thread. */
final class ConsentPane extends VBox {
    private final TextField code = new TextField();
    private final CheckBox agreed;
    private final BooleanBinding given;

    ConsentPane(Words words) {
        super(16);
        setAlignment(Pos.CENTER_LEFT);
        setMaxWidth(680);
        Label text = new Label(words.get("consent.text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("study-text");
        code.setId("study-code");
        code.setPromptText(words.get("consent.code.prompt"));
        code.setMaxWidth(220);
        Label name = new Label(words.get("consent.code"));
        name.getStyleClass().add(Styles.TEXT_BOLD);
        HBox row = new HBox(12, name, code);
        row.setAlignment(Pos.CENTER_LEFT);
        agreed = new CheckBox(words.get("consent.agree"));
        agreed.setId("study-agree");
        agreed.setWrapText(true);
        given = Bindings.createBooleanBinding(() -> agreed.isSelected() && !code.getText().isBlank(), agreed.selectedProperty(),
                code.textProperty());
        getChildren().addAll(text, row, agreed);
    }

    BooleanBinding givenProperty() {
        return given;
    }

    String code() {
        return code.getText().strip();
    }
}
