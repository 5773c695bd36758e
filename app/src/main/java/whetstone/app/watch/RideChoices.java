package whetstone.app.watch;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import whetstone.app.Words;
import whetstone.model.policy.Network;

/** The choices of a ride: who drives, where, and the seed. A choice ends the ride that is going on. */
final class RideChoices extends VBox {
    private final WatchModel model;
    private final Words words;

    RideChoices(WatchModel model, Words words) {
        super(6);
        this.model = model;
        this.words = words;
        getStyleClass().add("ride-choices");
        Label title = new Label(words.get("choices.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        getChildren().add(title);
        ComboBox<WhoDrives> drivers = box(this::driver, chosen -> model.choose(model.settingsProperty().get().withDriver(chosen)));
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

    private String driver(WhoDrives who) {
        return switch (who) {
            case WhoDrives.Version(var policy) -> words.get("driver.version", policy.name(), switch (policy.description().network()) {
                case Network.Ridge _ -> "ridge";
                case Network.Convolutional _ -> "CNN";
                case Network.Foreign _ -> "imported";
            });
            case WhoDrives.ProgramExpert _ -> words.get("driver.expert");
            case WhoDrives.Person _ -> words.get("driver.person");
        };
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
