package whetstone.app.watch;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import whetstone.app.Words;

/** The choices of a ride: who drives, who beside, where, and the seed. A choice ends the ride that is going on. */
final class RideChoices extends VBox {
    private final WatchModel model;
    private final Words words;
    private final DriverNames names;

    RideChoices(WatchModel model, Words words) {
        super(6);
        this.model = model;
        this.words = words;
        this.names = new DriverNames(words);
        getStyleClass().add("ride-choices");
        Label title = new Label(words.get("choices.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        getChildren().add(title);
        ComboBox<WhoDrives> drivers = box(names::of, chosen -> model.choose(model.settingsProperty().get().withDriver(chosen)));
        model.driversProperty().subscribe(list -> {
            drivers.getItems().setAll(list);
            drivers.setValue(model.settingsProperty().get().whoDrives());
        });
        TextField seed = seed();
        model.settingsProperty().subscribe(settings -> {
            drivers.setValue(settings.whoDrives());
            seed.setText(String.valueOf(settings.seed()));
        });
        add("choices.driver", drivers);
        comparing();
        getChildren().add(new WorldChoices(model, words));
        add("choices.seed", seed);
    }

    private TextField seed() {
        TextField field = new TextField();
        Runnable take = () -> {
            boolean whole = field.getText().strip().matches("-?\\d{1,15}");
            field.pseudoClassStateChanged(Styles.STATE_DANGER, !whole);
            if (whole) {
                model.choose(model.settingsProperty().get().withSeed(Long.parseLong(field.getText().strip())));
            }
        };
        field.setOnAction(_ -> take.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take.run();
            }
        });
        return field;
    }

    /** Another one that drives beside, from the same seed, where the environment can be opened twice. */
    private void comparing() {
        ComboBox<Optional<WhoDrives>> others = box(other -> other.map(names::of).orElse(words.get("choices.nobody")),
                other -> model.choose(model.settingsProperty().get().comparedWith(other)));
        others.setId("compare-with");
        Label note = new Label();
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        note.managedProperty().bind(note.visibleProperty());
        model.driversProperty().subscribe(list -> {
            others.getItems().setAll(Stream.concat(Stream.of(Optional.<WhoDrives>empty()),
                    list.stream().filter(who -> !(who instanceof WhoDrives.Person)).map(Optional::of)).toList());
            others.setValue(model.settingsProperty().get().compared());
        });
        model.settingsProperty().subscribe(settings -> {
            boolean possible = model.worlds().kind(settings.kind()).sideBySide();
            others.setDisable(!possible);
            others.setValue(settings.compared());
            note.setText(words.get(possible ? "choices.compare.about" : "choices.compare.alone"));
            note.setVisible(!possible || settings.compared().isPresent());
        });
        add("choices.compare", others);
        getChildren().add(note);
    }

    private void add(String key, Node control) {
        Label label = new Label(words.get(key));
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        getChildren().addAll(label, control);
    }

    private static <T> ComboBox<T> box(Function<T, String> name, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Names<>(name));
        box.valueProperty().addListener((_, _, value) -> {
            if (value != null) {
                chosen.accept(value);
            }
        });
        return box;
    }

    /** Says a value in words; nothing is typed. */
    private static final class Names<T> extends StringConverter<T> {
        private final Function<T, String> name;

        Names(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
