package whetstone.app.picture;

import java.nio.IntBuffer;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import whetstone.model.Picture;

/**
 * Shows a camera's picture as large as its place allows, in the picture's own proportions. The pixels are scaled here and written into
 * one reused buffer, never scaled by the scene graph. FX thread.
 */
public final class CameraView extends Region {
    private static final double PREFERRED_WIDTH = 640;
    private static final double PREFERRED_HEIGHT = 480;
    private static final Bounds NOWHERE = new BoundingBox(0, 0, 0, 0);

    private final PictureScaling scaling = new PictureScaling();
    private final ReadOnlyObjectWrapper<Bounds> bounds = new ReadOnlyObjectWrapper<>(NOWHERE);
    private final ImageView image = new ImageView();
    private Optional<Picture> shown = Optional.empty();
    private int width;
    private int height;
    private IntBuffer pixels = IntBuffer.allocate(0);
    private PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(1, 1, IntBuffer.allocate(1), PixelFormat.getIntArgbPreInstance());

    public CameraView() {
        getStyleClass().add("camera-view");
        image.setManaged(false);
        image.setSmooth(false);
        getChildren().add(image);
        setMinSize(80, 60);
    }

    public void show(Picture picture) {
        shown = Optional.of(picture);
        if (!fits(picture)) {
            fit(picture);
        }
        draw(picture);
    }

    /** Takes the picture away. */
    public void clear() {
        shown = Optional.empty();
        image.setImage(null);
        width = 0;
        bounds.set(NOWHERE);
    }

    /** Where the picture lies inside this view, in its coordinates; empty bounds where there is none. */
    public ReadOnlyObjectProperty<Bounds> pictureBoundsProperty() {
        return bounds.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        shown.ifPresent(picture -> {
            if (!fits(picture)) {
                fit(picture);
                draw(picture);
            }
            image.setX(Math.floor((getWidth() - width) / 2));
            image.setY(Math.floor((getHeight() - height) / 2));
            bounds.set(new BoundingBox(image.getX(), image.getY(), width, height));
        });
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return PREFERRED_WIDTH;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return PREFERRED_HEIGHT;
    }

    private boolean fits(Picture picture) {
        return width == fittedWidth(picture) && height == fittedHeight(picture);
    }

    private void fit(Picture picture) {
        width = fittedWidth(picture);
        height = fittedHeight(picture);
        pixels = IntBuffer.allocate(width * height);
        buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
        image.setImage(new WritableImage(buffer));
        requestLayout();
    }

    private void draw(Picture picture) {
        scaling.scale(picture, width, height, pixels.array());
        buffer.updateBuffer(_ -> null);
    }

    private int fittedWidth(Picture picture) {
        return (int) Math.max(1, Math.round(picture.width() * scale(picture)));
    }

    private int fittedHeight(Picture picture) {
        return (int) Math.max(1, Math.round(picture.height() * scale(picture)));
    }

    private double scale(Picture picture) {
        return Math.max(1e-3, Math.min(getWidth() / picture.width(), getHeight() / picture.height()));
    }
}
