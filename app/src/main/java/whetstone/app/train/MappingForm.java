package whetstone.app.train;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import whetstone.app.Words;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.policy.ForeignMapping;
import whetstone.model.policy.ForeignMapping.Colours;
import whetstone.model.policy.ForeignMapping.Layout;
import whetstone.model.policy.ForeignMapping.Range;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;

/** How a model is given the picture and what its outputs mean: every choice starts as the model's own words suggest. FX thread. */
final class MappingForm extends VBox {
    private final ForeignChoice choice;
    private final Words words;
    private final GridPane grid = new GridPane(12, 8);
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
    private final Label complaint = new Label();
    private final ComboBox<MappingGuess> input;
    private final ComboBox<Camera> camera;
    private final ComboBox<Layout> layout;
    private final TextField width = new TextField();
    private final TextField height = new TextField();
    private final ComboBox<Colours> colours;
    private final ComboBox<Range> range;
    private final List<DimensionRow> rows = new ArrayList<>();

    MappingForm(ForeignChoice choice, Words words) {
        super(14);
        this.choice = choice;
        this.words = words;
        getStyleClass().add("mapping-form");
        input = box(choice.inputs(), guess -> guess.input().name() + "  " + shape(guess));
        camera = box(choice.environment().cameras(), each -> words.get("camera.each", each.name(), each.width(), each.height()));
        layout = box(List.of(Layout.values()), each -> words.get("layout." + each));
        colours = box(List.of(Colours.values()), each -> words.get("colours." + each));
        range = box(List.of(Range.values()), each -> words.get("range." + each));
        heading("picture");
        add("input", input);
        add("camera", camera);
        add("layout", layout);
        width.setPrefColumnCount(5);
        height.setPrefColumnCount(5);
        add("size", width, new Label("×"), height);
        add("colours", colours);
        add("range", range);
        heading("action");
        dimensions();
        complaint.getStyleClass().addAll(Styles.DANGER, "mapping-complaint");
        complaint.setWrapText(true);
        complaint.setMinHeight(Region.USE_PREF_SIZE);
        Label about = new Label(words.get("about"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().addAll(about, grid, complaint);
        input.valueProperty().addListener((_, _, guess) -> suggest(guess));
        layout.valueProperty().subscribe(_ -> showSize());
        camera.getSelectionModel().selectFirst();
        input.getSelectionModel().selectFirst();
        watch();
    }

    /** Whether what was chosen so far is a mapping. */
    ReadOnlyBooleanProperty completeProperty() {
        return complete.getReadOnlyProperty();
    }

    /** @throws IllegalArgumentException with a sentence where something is missing or wrong */
    PolicyDescription description() {
        MappingGuess guess = input.getValue();
        ActionSpec action = choice.environment().action();
        List<ForeignMapping.Source> sources = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            sources.add(rows.get(i).source(action.dimensions().get(i)));
        }
        ForeignMapping mapping = new ForeignMapping(guess.input().name(), guess.values(), layout.getValue(), colours.getValue(),
                range.getValue(), guess.batched(), sources);
        PolicyInput seen = new PolicyInput(camera.getValue().name(), pixels(width), pixels(height), PolicyInput.ColourSpace.RGB);
        return new PolicyDescription(seen, new Network.Foreign(mapping), action);
    }

    private void suggest(MappingGuess guess) {
        layout.setValue(guess.layout());
        colours.setValue(guess.colours());
        range.setValue(guess.range());
        showSize();
    }

    /** A size that the model fixes is not asked for. */
    private void showSize() {
        if (input.getValue() != null && layout.getValue() != null) {
            show(width, input.getValue().width(layout.getValue()));
            show(height, input.getValue().height(layout.getValue()));
        }
    }

    private static void show(TextField field, OptionalInt fixed) {
        field.setDisable(fixed.isPresent());
        fixed.ifPresent(size -> field.setText(String.valueOf(size)));
    }

    private int pixels(TextField field) {
        if (!field.getText().strip().matches("\\d{1,4}")) {
            throw new IllegalArgumentException(words.get("wrong.size", field.getText()));
        }
        return Integer.parseInt(field.getText().strip());
    }

    private void dimensions() {
        List<MappingGuess.Element> elements = MappingGuess.elements(choice.inspection());
        ActionSpec action = choice.environment().action();
        for (int i = 0; i < action.size(); i++) {
            DimensionRow row = new DimensionRow(words, elements, MappingGuess.element(action, i, elements));
            rows.add(row);
            ActionSpec.Dimension dimension = action.dimensions().get(i);
            Label name = new Label(words.get("dimension", dimension.name(), dimension.low(), dimension.high()));
            grid.addRow(grid.getRowCount(), name, row);
        }
    }

    /** Whatever is changed is looked at again. */
    private void watch() {
        List.of(input, camera, layout, colours, range).forEach(box -> box.valueProperty().addListener((_, _, _) -> check()));
        List.of(width, height).forEach(field -> field.textProperty().addListener((_, _, _) -> check()));
        rows.forEach(row -> row.onChange(this::check));
        check();
    }

    private void check() {
        try {
            description();
            complaint.setText("");
        } catch (IllegalArgumentException incomplete) {
            complaint.setText(incomplete.getMessage());
        }
        complete.set(complaint.getText().isEmpty());
    }

    private void heading(String key) {
        Label label = new Label(words.get(key));
        label.getStyleClass().add(Styles.TITLE_4);
        grid.add(label, 0, grid.getRowCount(), 2, 1);
    }

    private void add(String key, Node... controls) {
        Label label = new Label(words.get(key));
        label.setTooltip(new Tooltip(words.get(key + ".why")));
        HBox line = new HBox(6, controls);
        line.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(grid.getRowCount(), label, line);
    }

    private String shape(MappingGuess guess) {
        StringBuilder text = new StringBuilder(guess.input().type());
        guess.input().shape().forEach(size -> text.append(text.indexOf("[") < 0 ? " [" : ", ").append(size.isPresent() ? size.getAsInt() : "?"));
        return text.append("]").toString();
    }

    private static <T> ComboBox<T> box(List<T> choices, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setPrefWidth(320);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        return box;
    }
}
