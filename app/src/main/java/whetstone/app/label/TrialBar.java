package whetstone.app.label;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** How far a trial was played: cyan while the labels steer, amber while the policy does. FX thread. */
final class TrialBar extends Pane {
    private static final double HEIGHT = 4;

    private final Rectangle labels = part("labels");
    private final Rectangle policy = part("policy");
    private final Rectangle here = part("here");
    private Optional<Tried> shown = Optional.empty();
    private int moment;

    TrialBar() {
        getStyleClass().add("trial-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(labels, policy, here);
        widthProperty().addListener((_, _, _) -> draw());
    }

    private static Rectangle part(String style) {
        Rectangle part = new Rectangle(0, HEIGHT);
        part.getStyleClass().addAll("trial-part", style);
        return part;
    }

    void show(Tried tried) {
        shown = Optional.of(tried);
        moment = 0;
        draw();
    }

    void at(int newMoment) {
        moment = newMoment;
        draw();
    }

    void clear() {
        shown = Optional.empty();
        draw();
    }

    private void draw() {
        double perMoment = shown.map(tried -> getWidth() / tried.length()).orElse(0.0);
        int labelled = shown.map(tried -> Math.min(tried.mark().labels().size(), tried.length())).orElse(0);
        int length = shown.map(Tried::length).orElse(0);
        labels.setWidth(perMoment * labelled);
        policy.setX(perMoment * labelled);
        policy.setWidth(perMoment * (length - labelled));
        here.setWidth(3);
        here.setVisible(length > 0);
        here.setX(Math.min(getWidth() - 3, perMoment * (moment + 1)));
    }
}
