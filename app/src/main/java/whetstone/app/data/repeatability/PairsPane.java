package whetstone.app.data.repeatability;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.Words;
import whetstone.labelling.trust.Agreement;
import whetstone.labelling.trust.Disagreement;
import whetstone.labelling.trust.Repeatability;

/** How well experts agree with each other, and what they disagree on. FX thread. */
final class PairsPane extends VBox {
    private final TableView<Map.Entry<Repeatability.Pair, Agreement>> pairs;
    private final TableView<Disagreement> disagreements;
    private final Consumer<Disagreement> open;

    /** @param open shows a disagreement side by side */
    PairsPane(Words words, Consumer<Disagreement> open) {
        this.open = open;
        getStyleClass().add("repeat-card");
        RepeatWording wording = new RepeatWording(words);
        Columns columns = new Columns(words);
        pairs = columns.table("pairs.empty");
        pairs.setId("repeat-pairs");
        columns.text(pairs, "column.experts", 150, one -> words.get("pair", one.getKey().first(), one.getKey().second()));
        columns.number(pairs, "column.clips", 62, one -> String.valueOf(one.getValue().clips()));
        columns.number(pairs, "column.difference", 96, one -> words.get("number.plain", one.getValue().error()));
        columns.number(pairs, "column.bias", 70, one -> wording.signed(one.getValue().bias()));
        columns.number(pairs, "column.icc2", 168, one -> wording.correlation(one.getValue().correlation()));
        pairs.setPrefHeight(136);
        pairs.setMinHeight(104);
        disagreements = columns.table("disagreements.empty");
        disagreements.setId("repeat-disagreements");
        disagreements.setMinHeight(0);
        disagreements.setPrefHeight(120);
        columns.number(disagreements, "column.rollout", 70, one -> String.valueOf(one.between().rollout()));
        columns.number(disagreements, "column.ticks", 100, one -> words.get("ticks", one.between().range().from(), one.between().range().to()));
        columns.text(disagreements, "column.experts", 150, one -> words.get("pair", one.between().first(), one.between().second()));
        columns.number(disagreements, "column.difference", 96, one -> words.get("number.plain", one.between().error()));
        openByMouseAndKey();
        VBox.setVgrow(disagreements, Priority.ALWAYS);
        getChildren().addAll(title(words, "pairs.title"), pairs, heading(words), disagreements);
    }

    private HBox heading(Words words) {
        Button button = new Button(words.get("do.sideBySide"));
        button.setId("side-by-side");
        button.disableProperty().bind(disagreements.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(_ -> openChosen());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(8, title(words, "disagreements.title"), space, button);
        heading.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return heading;
    }

    private static Label title(Words words, String key) {
        Label title = new Label(words.get(key));
        title.getStyleClass().add(Styles.TITLE_4);
        return title;
    }

    private void openByMouseAndKey() {
        disagreements.setRowFactory(_ -> {
            TableRow<Disagreement> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    openChosen();
                }
            });
            return row;
        });
        disagreements.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
    }

    private void openChosen() {
        Optional.ofNullable(disagreements.getSelectionModel().getSelectedItem()).ifPresent(open);
    }

    void show(Findings findings) {
        pairs.getItems().setAll(findings.repeatability().withEachOther().entrySet());
        disagreements.getItems().setAll(findings.disagreements());
        disagreements.getSelectionModel().selectFirst();
    }
}
