package whetstone.app.label;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.Sitting;
import whetstone.labelling.calibration.Calibration;

/** Who labels: one of those who did so in this dataset, or somebody new. Lag, repeats and the work log are each person's own. FX thread. */
final class ExpertChoice extends MenuButton {
    private final Words words;
    private final Workbench workbench;

    ExpertChoice(Words words, Workbench workbench) {
        this.words = words;
        this.workbench = workbench;
        setId("expert-choice");
        getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        setFocusTraversable(false);
        setTooltip(new Tooltip(words.get("who.tip")));
        textProperty().bind(workbench.expertProperty());
        disableProperty().bind(workbench.datasetProperty().map(dataset -> dataset.isEmpty()));
        offer(List.of());
        setOnShowing(_ -> workbench.read(ExpertChoice::known, this::offer));
    }

    /** Reading thread. */
    private static List<String> known(Dataset dataset) {
        return Stream.concat(dataset.experts().sittings().stream().map(Sitting::expert),
                dataset.experts().calibrations().stream().map(Calibration::expert)).distinct().sorted().toList();
    }

    private void offer(List<String> known) {
        String present = workbench.expertProperty().get();
        getItems().setAll(Stream.concat(Stream.of(present), known.stream().filter(name -> !name.equals(present))).map(this::item).toList());
        getItems().addAll(new SeparatorMenuItem(), somebodyNew());
    }

    private MenuItem item(String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> workbench.nameExpert(name));
        return item;
    }

    private CustomMenuItem somebodyNew() {
        TextField name = new TextField();
        name.setId("expert-name");
        name.setPromptText(words.get("who.new"));
        name.setPrefColumnCount(9);
        Button choose = new Button(words.get("time.choose"));
        choose.setId("expert-choose");
        choose.getStyleClass().add(Styles.SMALL);
        choose.disableProperty().bind(name.textProperty().map(String::isBlank));
        choose.setOnAction(_ -> {
            workbench.nameExpert(name.getText());
            hide();
        });
        name.setOnAction(_ -> choose.fire());
        HBox row = new HBox(8, name, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return new CustomMenuItem(row, false);
    }
}
