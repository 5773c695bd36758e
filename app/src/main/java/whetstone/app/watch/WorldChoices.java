package whetstone.app.watch;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import whetstone.app.Words;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.world.GymnasiumKind;
import whetstone.model.world.World;
import whetstone.model.world.WorldKind;

/** Where is driven: the kind of environment, its place (a difficulty, an id), the track, the pace, and the Python that Gymnasium needs. */
final class WorldChoices extends VBox {
    private static final List<Integer> RATES = List.of(30, 15, 10, 5);

    private final WatchModel model;
    private final Words words;
    private final Label placeName = new Label();
    private final ComboBox<String> kinds = new ComboBox<>();
    private final ComboBox<String> places = new ComboBox<>();
    private final ComboBox<String> tracks = new ComboBox<>();
    private final ComboBox<Integer> rates = new ComboBox<>();
    private final TextField python = new TextField();
    private boolean showing;

    WorldChoices(WatchModel model, Words words) {
        super(6);
        this.model = model;
        this.words = words;
        ObservableValue<RideSettings> settings = model.settingsProperty();
        kinds.getItems().setAll(model.worlds().kinds().stream().map(WorldKind::name).toList());
        naming(kinds, name -> words.get("kind." + name), name -> model.chooseWorld(name));
        naming(places, this::place, place -> model.chooseWorld(model.settingsProperty().get().kind() + ":" + place));
        naming(tracks, this::track, track -> model.choose(model.settingsProperty().get().withTrack(track)));
        naming(rates, rate -> words.get("choices.rateEach", rate), rate -> model.choose(model.settingsProperty().get().withTicksPerSecond(rate)));
        rates.getItems().setAll(RATES);
        python.setText(model.python().command());
        python.setTooltip(new Tooltip(words.get("choices.python.about")));
        python.setOnAction(_ -> choosePython());
        python.focusedProperty().addListener((_, _, focused) -> choosePython());
        add(new Label(words.get("choices.kind")), kinds, settings.map(_ -> true));
        add(placeName, places, settings.map(_ -> true));
        add(new Label(words.get("choices.track")), tracks, settings.map(chosen -> !chosen.track().isEmpty() && !chosen.track().equals(chosen.place())));
        add(new Label(words.get("choices.rate")), rates, settings.map(chosen -> model.worlds().kind(chosen.kind()).takesPace()));
        add(new Label(words.get("choices.python")), python, settings.map(chosen -> chosen.kind().equals(GymnasiumKind.NAME)));
        model.settingsProperty().subscribe(this::show);
    }

    private void show(RideSettings settings) {
        showing = true;
        WorldKind kind = model.worlds().kind(settings.kind());
        World world = model.worlds().find(settings.world());
        kinds.setValue(settings.kind());
        placeName.setText(words.get("choices.place." + settings.kind()));
        places.setEditable(kind.otherPlaces());
        if (!places.getItems().equals(kind.places())) {
            places.getItems().setAll(kind.places());
        }
        places.setValue(settings.place());
        List<String> all = new ArrayList<>(world.trainingTracks());
        world.unseenTracks().stream().filter(track -> !all.contains(track)).forEach(all::add);
        if (!tracks.getItems().equals(all)) {
            tracks.getItems().setAll(all);
        }
        tracks.setValue(settings.track());
        rates.setValue(settings.ticksPerSecond());
        showing = false;
    }

    private void choosePython() {
        model.python().choose(python.getText());
        python.setText(model.python().command());
    }

    private String place(String place) {
        if (!model.settingsProperty().get().kind().equals(SkywaySettings.NAME)) {
            return place;
        }
        return Difficulty.all().stream().filter(one -> one.name().equals(place)).findFirst()
                .map(one -> words.get("choices.difficultyEach", one.name(), one.speed(), one.roadWidth())).orElse(place);
    }

    private String track(String name) {
        World world = model.worlds().find(model.settingsProperty().get().world());
        return world.trainingTracks().contains(name) ? name : words.get("choices.trackHeldOut", name);
    }

    private void add(Label label, Control control, ObservableValue<Boolean> wanted) {
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        control.setMaxWidth(Double.MAX_VALUE);
        VBox pair = new VBox(6, label, control);
        pair.visibleProperty().bind(wanted);
        pair.managedProperty().bind(pair.visibleProperty());
        getChildren().add(pair);
    }

    private <T> void naming(ComboBox<T> box, Function<T, String> name, Consumer<T> chosen) {
        box.setConverter(new Names<>(box, name));
        box.valueProperty().addListener((_, _, value) -> {
            if (value != null && !showing) {
                chosen.accept(value);
            }
        });
    }

    /** Says a value in words; what is typed where that is possible is taken as it is. */
    private static final class Names<T> extends StringConverter<T> {
        private final ComboBox<T> box;
        private final Function<T, String> name;

        Names(ComboBox<T> box, Function<T, String> name) {
            this.box = box;
            this.name = name;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public T fromString(String text) {
            // Only places can be typed, and they are texts; what is in the list comes back as itself.
            return box.getItems().stream().filter(item -> name.apply(item).equals(text)).findFirst().orElseGet(() -> typed(text));
        }

        @SuppressWarnings("unchecked")
        private T typed(String text) {
            return (T) text.strip();
        }
    }
}
