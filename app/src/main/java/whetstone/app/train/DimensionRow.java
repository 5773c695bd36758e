package whetstone.app.train;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import whetstone.app.Words;
import whetstone.model.ActionSpec;
import whetstone.model.policy.ForeignMapping.Source;

/** Where one dimension of the action comes from: a value of the model, scaled and shifted, or always the same. FX thread. */
final class DimensionRow extends HBox {
    private final Words words;
    private final ComboBox<Optional<MappingGuess.Element>> element = new ComboBox<>();
    private final TextField scale = new TextField("1");
    private final TextField offset = new TextField("0");

    DimensionRow(Words words, List<MappingGuess.Element> elements, Optional<MappingGuess.Element> guess) {
        super(6);
        this.words = words;
        element.setPrefWidth(170);
        scale.setPrefColumnCount(4);
        offset.setPrefColumnCount(4);
        element.setConverter(new Names());
        elements.forEach(each -> element.getItems().add(Optional.of(each)));
        element.getItems().add(Optional.empty());
        element.setValue(guess);
        Label times = new Label("×");
        Label plus = new Label("+");
        for (Node ofValue : List.of(times, scale, plus)) {
            ofValue.visibleProperty().bind(element.valueProperty().map(Optional::isPresent));
            ofValue.managedProperty().bind(ofValue.visibleProperty());
        }
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(element, times, scale, plus, offset);
    }

    void onChange(Runnable changed) {
        element.valueProperty().addListener((_, _, _) -> changed.run());
        scale.textProperty().addListener((_, _, _) -> changed.run());
        offset.textProperty().addListener((_, _, _) -> changed.run());
    }

    /** @throws IllegalArgumentException with a sentence where scale or offset is no number, or the dimension can't hold the offset */
    Source source(ActionSpec.Dimension dimension) {
        double shift = number(offset, dimension);
        if (element.getValue().isPresent()) {
            double factor = number(scale, dimension);
            if (factor == 0) {
                throw new IllegalArgumentException(words.get("wrong.scale", dimension.name()));
            }
            return new Source(element.getValue().get().output(), element.getValue().get().index(), factor, shift);
        }
        if (shift < dimension.low() || shift > dimension.high()) {
            throw new IllegalArgumentException(words.get("wrong.constant", dimension.name(), shift, dimension.low(), dimension.high()));
        }
        return new Source("", 0, 0, shift);
    }

    private double number(TextField field, ActionSpec.Dimension dimension) {
        try {
            return Double.parseDouble(field.getText().strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(words.get("wrong.number", field.getText(), dimension.name()), noNumber);
        }
    }

    /** Says a value in words; nothing is typed. */
    private final class Names extends StringConverter<Optional<MappingGuess.Element>> {
        @Override
        public String toString(Optional<MappingGuess.Element> value) {
            return value == null ? "" : value.map(each -> words.get("element", each.output(), each.index())).orElse(words.get("constant"));
        }

        @Override
        public Optional<MappingGuess.Element> fromString(String text) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
