package whetstone.app.label;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import whetstone.app.WhatNow;
import whetstone.app.Words;

/** The centre of the screen: the clip in view, or where there is none, what to do now. FX thread. */
final class EmptyPlace extends StackPane {
    private final Words words;
    private final LabelModel model;
    private final ObservableValue<Boolean> opening;
    private final Node clip;

    /** @param opening whether a dataset is being opened or made */
    EmptyPlace(Words words, LabelModel model, ObservableValue<Boolean> opening, Node clip) {
        this.words = words;
        this.model = model;
        this.opening = opening;
        this.clip = clip;
        model.openProperty().subscribe(_ -> show());
        model.queue().stateProperty().subscribe(_ -> show());
        opening.subscribe(_ -> show());
    }

    private void show() {
        getChildren().setAll(model.openProperty().get().isPresent() ? clip : whatNow());
    }

    private Node whatNow() {
        return switch (model.queue().stateProperty().get()) {
            case NO_DATASET -> opening.getValue() ? message(Feather.CLOCK, "opening") : message(Feather.FOLDER, "none.dataset");
            case READING -> message(Feather.CLOCK, "reading");
            case NO_ROLLOUTS -> message(Feather.VIDEO, "none.rollouts");
            case NOTHING_LEFT -> message(Feather.CHECK_CIRCLE, "none.left");
            case CLIPS -> message(Feather.ARROW_LEFT, "none.clip");
        };
    }

    private WhatNow message(Feather icon, String key) {
        return new WhatNow(icon, words.get(key + ".title"), words.get(key + ".text"));
    }
}
