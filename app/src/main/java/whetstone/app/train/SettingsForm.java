package whetstone.app.train;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.TrainingSettings;
import whetstone.app.Words;
import whetstone.labelling.Weighting;

/** The training settings as a form: a value is taken on Enter or when its field is left; a wrong one is marked and explained. */
final class SettingsForm extends VBox {
    private final Words words;
    private final Consumer<TrainingSettings> taken;
    private final GridPane grid = new GridPane(8, 8);
    /** What only a network has: a ridge regression is solved in one step. */
    private final GridPane network = new GridPane(8, 8);
    private final Label complaint = new Label();
    private final ToggleButton ridge;
    private final ToggleButton cnn;
    private final TextField epochs;
    private final TextField batch;
    private final TextField learningRate;
    private final TextField heldOut;
    private final TextField patience;
    private final TextField seed;
    private final TextField threads;
    private final ToggleSwitch makeDriver;
    private final ToggleSwitch afterSitting;
    private final ToggleSwitch byTrust;
    private boolean showing;

    SettingsForm(Words words, Consumer<TrainingSettings> taken) {
        super(10);
        this.words = words;
        this.taken = taken;
        ridge = new ToggleButton(words.get("settings.ridge"));
        cnn = new ToggleButton(words.get("settings.cnn"));
        Label kind = new Label(words.get("settings.kind"));
        kind.getStyleClass().add(Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox kinds = new HBox(kind, gap, kinds());
        kinds.setAlignment(Pos.CENTER_LEFT);
        epochs = field(network, "settings.epochs");
        learningRate = field(network, "settings.learningRate");
        batch = field(network, "settings.batch");
        patience = field(network, "settings.patience");
        heldOut = field(grid, "settings.heldOut");
        seed = field(grid, "settings.seed");
        threads = field(grid, "settings.threads");
        makeDriver = toggle("settings.makeDriver");
        afterSitting = toggle("settings.afterSitting");
        byTrust = toggle("settings.byTrust");
        byTrust.setTooltip(new Tooltip(words.get("settings.byTrust.why")));
        complaint.getStyleClass().addAll(Styles.DANGER, "settings-complaint");
        complaint.setWrapText(true);
        complaint.setMinHeight(Region.USE_PREF_SIZE);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        getChildren().addAll(kinds, network, grid, byTrust, makeDriver, afterSitting, complaint);
    }

    void show(TrainingSettings settings) {
        showing = true;
        (settings.kind() == TrainingSettings.Kind.RIDGE ? ridge : cnn).setSelected(true);
        epochs.setText(String.valueOf(settings.epochs()));
        batch.setText(String.valueOf(settings.batch()));
        learningRate.setText(String.valueOf(settings.learningRate()));
        heldOut.setText(String.format(Locale.ROOT, "%.0f", settings.heldOutShare() * 100));
        patience.setText(String.valueOf(settings.patience()));
        seed.setText(String.valueOf(settings.seed()));
        threads.setText(String.valueOf(settings.threads()));
        makeDriver.setSelected(settings.makeDriver());
        afterSitting.setSelected(settings.afterSitting());
        byTrust.setSelected(settings.weighting() == Weighting.BY_TRUST);
        network.setVisible(settings.kind() == TrainingSettings.Kind.CNN);
        network.setManaged(network.isVisible());
        complaint.setText("");
        showing = false;
    }

    private void take() {
        if (showing) {
            return;
        }
        try {
            TrainingSettings wanted = read();
            complaint.setText("");
            taken.accept(wanted);
        } catch (IllegalArgumentException wrong) {
            complaint.setText(words.get("settings.wrong", wrong.getMessage()));
        }
    }

    private TrainingSettings read() {
        TrainingSettings.Kind kind = ridge.isSelected() ? TrainingSettings.Kind.RIDGE : TrainingSettings.Kind.CNN;
        return new TrainingSettings(kind, whole(epochs), whole(batch), number(learningRate), number(heldOut) / 100, whole(patience), whole(seed), whole(threads), makeDriver.isSelected(),
                afterSitting.isSelected(), byTrust.isSelected() ? Weighting.BY_TRUST : Weighting.EQUAL);
    }

    private int whole(TextField field) {
        return marked(field, text -> {
            double value = Double.parseDouble(text);
            if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                throw new NumberFormatException(text);
            }
            return value;
        }).intValue();
    }

    private double number(TextField field) {
        return marked(field, Double::valueOf);
    }

    private Double marked(TextField field, java.util.function.Function<String, Double> parse) {
        try {
            Double value = parse.apply(field.getText().strip());
            field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
            return value;
        } catch (NumberFormatException notANumber) {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, true);
            throw new IllegalArgumentException(words.get("settings.noNumber", field.getText(), field.getAccessibleText()), notANumber);
        }
    }

    private HBox kinds() {
        ToggleGroup group = new ToggleGroup();
        ridge.setToggleGroup(group);
        cnn.setToggleGroup(group);
        ridge.setMinWidth(Region.USE_PREF_SIZE);
        cnn.setMinWidth(Region.USE_PREF_SIZE);
        ridge.getStyleClass().add(Styles.LEFT_PILL);
        cnn.getStyleClass().add(Styles.RIGHT_PILL);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                take();
            }
        });
        HBox box = new HBox(ridge, cnn);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private TextField field(GridPane in, String key) {
        TextField field = new TextField();
        field.setPrefColumnCount(6);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setMaxWidth(96);
        field.setAccessibleText(words.get(key));
        field.setTooltip(new Tooltip(words.get(key + ".why")));
        field.setOnAction(_ -> take());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take();
            }
        });
        Label label = new Label(words.get(key));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHgrow(label, Priority.ALWAYS);
        GridPane.setHalignment(field, HPos.RIGHT);
        in.addRow(in.getRowCount(), label, field);
        return field;
    }

    private ToggleSwitch toggle(String key) {
        ToggleSwitch toggle = new ToggleSwitch(words.get(key));
        toggle.setLabelPosition(javafx.geometry.HorizontalDirection.LEFT);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.selectedProperty().addListener((_, _, _) -> take());
        return toggle;
    }
}
