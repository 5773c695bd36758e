package whetstone.app.data.repeatability;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.app.plot.Legend;
import whetstone.app.plot.Plot;
import whetstone.app.plot.Scale;
import whetstone.app.plot.Series;
import whetstone.labelling.trust.Comparison;
import whetstone.labelling.trust.Disagreement;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Step;

/** Both labels of a disagreement: picture and ribbon side by side at one tick, both curves below, and whose is to hold. FX thread. */
final class SideBySidePane extends VBox {
    private static final double SECONDS_AHEAD = 3;

    private final SideView first = new SideView("first");
    private final SideView second = new SideView("second");
    private final Label title = new Label();
    private final Legend legend = new Legend();
    private final Plot plot;
    private final Slider slider = new Slider();
    private final Label place = new Label();
    private final Button firstHolds = new Button();
    private final Button secondHolds = new Button();
    private final Words words;
    private Optional<RepeatabilityModel.Opened> opened = Optional.empty();

    SideBySidePane(Words words, RepeatabilityModel model) {
        this.words = words;
        getStyleClass().add("side-by-side");
        title.getStyleClass().add(Styles.TITLE_4);
        Button back = new Button(words.get("do.back"), new FontIcon(Feather.ARROW_LEFT));
        back.setId("side-back");
        back.setOnAction(_ -> model.close());
        HBox sides = new HBox(28, first, second);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        first.setPrefWidth(1);
        second.setPrefWidth(1);
        VBox.setVgrow(sides, Priority.ALWAYS);
        plot = new Plot(words.get("side.seconds"), words.get("side.steering"));
        plot.setMinHeight(150);
        plot.setPrefHeight(170);
        slider.setId("side-tick");
        slider.setBlockIncrement(1);
        slider.valueProperty().subscribe(this::showPlace);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox scrub = new HBox(12, slider, place);
        scrub.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row(back, title, gap(), legend), sides, plot, scrub, choices(model));
    }

    private HBox choices(RepeatabilityModel model) {
        Button mean = new Button(words.get("settle.mean"));
        mean.setId("settle-mean");
        firstHolds.setId("settle-first");
        secondHolds.setId("settle-second");
        firstHolds.setOnAction(_ -> model.settle(Disagreement.Choice.FIRST));
        secondHolds.setOnAction(_ -> model.settle(Disagreement.Choice.SECOND));
        mean.setOnAction(_ -> model.settle(Disagreement.Choice.MEAN));
        return row(new Label(words.get("settle.ask")), gap(), firstHolds, mean, secondHolds);
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(10, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    void show(RepeatabilityModel.Opened shown) {
        opened = Optional.of(shown);
        Comparison between = shown.disagreement().between();
        title.setText(words.get("side.title", between.rollout(), between.ticks()[0], between.ticks()[between.ticks().length - 1], between.error()));
        first.name(between.first());
        second.name(between.second());
        firstHolds.setText(words.get("settle.one", between.first()));
        secondHolds.setText(words.get("settle.one", between.second()));
        List<Series> curves = List.of(curve(between.first(), "plot-first", between, between.before()),
                curve(between.second(), "plot-second", between, between.after()));
        double rate = between.ticksPerSecond();
        plot.show(Scale.round(between.ticks()[0] / rate, between.ticks()[between.ticks().length - 1] / rate, 8), new Scale(-1, 1,
                List.of(-1.0, -0.5, 0.0, 0.5, 1.0)), curves);
        legend.show(curves);
        slider.setMax(between.ticks().length - 1.0);
        slider.setValue(largestDifference(between));
        showPlace(slider.getValue());
    }

    private static Series curve(String name, String style, Comparison between, double[] values) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Series.Point(between.ticks()[i] / between.ticksPerSecond(), values[i]));
        }
        return new Series(name, style, points, false);
    }

    private static int largestDifference(Comparison between) {
        int largest = 0;
        for (int i = 0; i < between.ticks().length; i++) {
            if (Math.abs(between.after()[i] - between.before()[i]) > Math.abs(between.after()[largest] - between.before()[largest])) {
                largest = i;
            }
        }
        return largest;
    }

    private void showPlace(Number value) {
        opened.ifPresent(shown -> {
            Comparison between = shown.disagreement().between();
            int index = Math.clamp(Math.round(value.doubleValue()), 0, between.ticks().length - 1);
            int tick = between.ticks()[index];
            EnvironmentSpec environment = shown.rollout().info().environment();
            Step step = shown.rollout().step(tick);
            place.setText(words.get("side.place", tick, tick / between.ticksPerSecond()));
            first.show(environment, step, ahead(between, between.before(), index), words.get("number.signed", between.before()[index]));
            second.show(environment, step, ahead(between, between.after(), index), words.get("number.signed", between.after()[index]));
        });
    }

    /** The label from a tick on, at most some seconds of it, up to the first hole. */
    private static float[] ahead(Comparison between, double[] values, int index) {
        int to = index + 1;
        while (to < values.length && between.ticks()[to] == between.ticks()[to - 1] + 1 && to - index < SECONDS_AHEAD * between.ticksPerSecond()) {
            to++;
        }
        double[] part = Arrays.copyOfRange(values, index, to);
        float[] steer = new float[part.length];
        for (int i = 0; i < part.length; i++) {
            steer[i] = (float) part[i];
        }
        return steer;
    }
}
