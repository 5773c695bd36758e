package whetstone.app.label;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/** Leads to the camera's profile of the recording in view. FX thread. */
final class CameraButton extends Button {
    private final CameraPopover popover;
    private final ClipPicture shown;

    CameraButton(Words words, ClipPicture shown) {
        super(null, new FontIcon(Feather.CAMERA));
        this.shown = shown;
        this.popover = new CameraPopover(words, shown::previewCamera, shown::keepCamera);
        setId("camera");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "camera-button");
        setFocusTraversable(false);
        setTooltip(new Tooltip(words.get("camera.tip")));
        setOnAction(_ -> edit());
    }

    void edit() {
        shown.frameProperty().get().ifPresent(frame -> popover.show(this, frame.environment().frontCamera().profile()));
    }
}
