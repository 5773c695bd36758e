package whetstone.app.calibration;

import atlantafx.base.theme.Styles;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.calibration.PursuitPlan;

/** The task of one minute on screen: what to do, the mark to follow, then what it said. FX thread. */
final class CalibrationPane extends VBox {
    private final Words words;
    private final CalibrationModel model;
    private final PursuitPicture picture = new PursuitPicture();
    private final ResultPane result;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label remaining = new Label();
    private final Label total = new Label();
    private final Button start;
    private final HBox choices = new HBox(16);
    private final HBox following;

    /**
     * @param back leads away from the task
     * @param mouse takes the mouse's place over the road, -1 at its left end to 1 at its right
     */
    CalibrationPane(Words words, CalibrationWording wording, Workbench workbench, CalibrationModel model, Runnable back, DoubleConsumer mouse) {
        this.words = words;
        this.model = model;
        this.result = new ResultPane(words, wording);
        getStyleClass().add("calibration-pane");
        start = new Button(null, new FontIcon(Feather.PLAY));
        start.setId("calibration-start");
        start.getStyleClass().add(Styles.ACCENT);
        start.disableProperty().bind(model.obstacleProperty().isNotEmpty());
        start.setFocusTraversable(false);
        start.setOnAction(_ -> model.start());
        following = following();
        StackPane stage = new StackPane(picture, result);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(head(workbench, back), explained(), stage, new StackPane(ready(), following), obstacle());
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, event -> mouse.accept(picture.steerAt(event.getX())));
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> mouse.accept(picture.steerAt(event.getX())));
        model.standingProperty().subscribe(this::show);
        model.steerProperty().subscribe(_ -> draw(model.standingProperty().get()));
    }

    private HBox head(Workbench workbench, Runnable back) {
        Label title = new Label(words.get("task.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        Label whose = muted("");
        whose.setId("calibration-whose");
        workbench.expertProperty().subscribe(expert -> whose.setText(words.get("whose", expert, workbench.stickNameProperty().get())));
        workbench.stickNameProperty().subscribe(stick -> whose.setText(words.get("whose", workbench.expertProperty().get(), stick)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button leave = new Button(words.get("task.back"), new FontIcon(Feather.ARROW_LEFT));
        leave.setId("calibration-back");
        leave.setFocusTraversable(false);
        leave.setOnAction(_ -> back.run());
        HBox head = new HBox(12, title, whose, gap, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Label explained() {
        Label explained = muted(words.get("task.explained"));
        explained.setWrapText(true);
        explained.setMinHeight(Region.USE_PREF_SIZE);
        return explained;
    }

    private Label obstacle() {
        Label obstacle = new Label();
        obstacle.setId("calibration-obstacle");
        obstacle.getStyleClass().add("calibration-obstacle");
        obstacle.setWrapText(true);
        obstacle.setMinHeight(Region.USE_PREF_SIZE);
        obstacle.textProperty().bind(model.obstacleProperty());
        obstacle.managedProperty().bind(model.obstacleProperty().isNotEmpty());
        obstacle.visibleProperty().bind(obstacle.managedProperty());
        return obstacle;
    }

    private HBox ready() {
        choices.getChildren().add(new Label(words.get("task.speeds")));
        for (double speed : CalibrationModel.SPEEDS) {
            CheckBox box = new CheckBox(CalibrationWording.speed(speed));
            box.setId("calibrate-" + CalibrationWording.percent(speed));
            box.setFocusTraversable(false);
            box.setSelected(model.isChosen(speed));
            box.selectedProperty().subscribe(chosen -> {
                model.choose(speed, chosen);
                tellTotal();
            });
            choices.getChildren().add(box);
        }
        total.getStyleClass().add(Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        choices.getChildren().addAll(total, gap, start);
        choices.setAlignment(Pos.CENTER_LEFT);
        return choices;
    }

    private void tellTotal() {
        total.setText(model.chosen().map(this::total).orElse(""));
    }

    private String total(PursuitPlan plan) {
        return words.get("task.total", plan.measuredSeconds(), plan.stretches().stream().map(PursuitPlan.Stretch::target)
                .map(target -> words.get("task.each", target.seconds(), CalibrationWording.speed(target.speed())))
                .collect(Collectors.joining(", ")));
    }

    private HBox following() {
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        remaining.setId("calibration-remaining");
        remaining.getStyleClass().add("reading");
        remaining.setMinWidth(170);
        Button cancel = new Button(words.get("task.cancel"), new FontIcon(Feather.X));
        cancel.setId("calibration-cancel");
        cancel.setFocusTraversable(false);
        cancel.setOnAction(_ -> model.cancel());
        HBox box = new HBox(12, progress, remaining, cancel);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void show(Standing standing) {
        boolean done = standing instanceof Standing.Done;
        boolean busy = standing instanceof Standing.Following || standing instanceof Standing.Reckoning;
        picture.setVisible(!done);
        result.setVisible(done);
        choices.setVisible(!busy);
        following.setVisible(busy);
        start.setText(words.get(done ? "task.again" : "task.start"));
        if (standing instanceof Standing.Done finished) {
            result.show(finished);
        }
        draw(standing);
    }

    private void draw(Standing standing) {
        double own = model.steerProperty().get();
        switch (standing) {
            case Standing.Ready _ -> picture.show(0, own);
            case Standing.Following now -> follow(now, own);
            case Standing.Reckoning _ -> {
                progress.setProgress(1);
                remaining.setText(words.get("task.reckoning"));
            }
            case Standing.Done _ -> { }
        }
        if (!(standing instanceof Standing.Following)) {
            picture.say("");
        }
    }

    private void follow(Standing.Following now, double own) {
        PursuitPlan plan = now.plan();
        double speed = plan.stretchAt(now.time()).target().speed();
        picture.show(plan.markAt(now.time()), own);
        picture.say(now.countdown() > 0 ? words.get("task.countdown", now.countdown(), CalibrationWording.speed(speed)) : "");
        progress.setProgress(now.time() / plan.seconds());
        remaining.setText(words.get("task.remaining", CalibrationWording.speed(speed), Math.ceil(plan.seconds() - now.time())));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }
}
