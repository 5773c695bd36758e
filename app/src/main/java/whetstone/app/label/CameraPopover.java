package whetstone.app.label;

import atlantafx.base.controls.Popover;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import whetstone.app.Words;
import whetstone.model.CameraProfile;

/** Sets where a recording's camera sits, so that the ribbons lie on its ground: seen at once, kept when it closes. FX thread. */
final class CameraPopover {
    private final Words words;
    private final Consumer<CameraProfile> preview;
    private final Consumer<CameraProfile> keep;

    CameraPopover(Words words, Consumer<CameraProfile> preview, Consumer<CameraProfile> keep) {
        this.words = words;
        this.preview = preview;
        this.keep = keep;
    }

    void show(Node owner, CameraProfile present) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("camera-grid");
        DoubleProperty height = row(grid, 0, "height", 0.1, 4, present.heightMetres());
        DoubleProperty pitch = row(grid, 1, "pitch", -20, 60, present.pitchDegrees());
        DoubleProperty field = row(grid, 2, "field", 20, 150, present.horizontalFieldOfViewDegrees());
        Runnable changed = () -> preview.accept(profile(present, height, pitch, field));
        height.addListener((_, _, _) -> changed.run());
        pitch.addListener((_, _, _) -> changed.run());
        field.addListener((_, _, _) -> changed.run());
        Label hint = new Label(words.get("camera.hint"));
        hint.getStyleClass().add("camera-hint");
        VBox box = new VBox(hint, grid);
        box.getStyleClass().add("camera-box");
        Popover popover = new Popover(box);
        popover.setTitle(words.get("camera"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
        popover.setOnHidden(_ -> {
            CameraProfile chosen = profile(present, height, pitch, field);
            if (!chosen.equals(present)) {
                keep.accept(chosen);
            }
        });
        popover.show(owner);
    }

    private static CameraProfile profile(CameraProfile present, DoubleProperty height, DoubleProperty pitch, DoubleProperty field) {
        return new CameraProfile(height.get(), pitch.get(), field.get(), present.yawDegrees(), present.forwardMetres(),
                present.verticalStretch());
    }

    private DoubleProperty row(GridPane grid, int row, String key, double low, double high, double value) {
        Slider slider = new Slider(low, high, Math.clamp(value, low, high));
        slider.setId("camera-" + key);
        Label number = new Label();
        number.getStyleClass().add("number");
        number.textProperty().bind(slider.valueProperty().map(now -> words.get("camera." + key + ".value", now.doubleValue())));
        grid.addRow(row, new Label(words.get("camera." + key)), slider, number);
        return slider.valueProperty();
    }
}
