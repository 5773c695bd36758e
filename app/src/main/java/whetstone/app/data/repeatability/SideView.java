package whetstone.app.data.repeatability;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import whetstone.app.picture.CameraView;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Step;
import whetstone.model.environment.GroundPath;
import whetstone.model.environment.GroundProjection;
import whetstone.model.environment.PicturePoint;

/** One expert's side of a disagreement: the picture, on it where his label leads from there, his name and his steering. FX thread. */
final class SideView extends VBox {
    private final CameraView camera = new CameraView();
    private final Polygon ribbon = new Polygon();
    private final Pane ground = new Pane(ribbon);
    private final Label name = new Label();
    private final Label steering = new Label();
    private Runnable drawRibbon = () -> { };

    /** @param side style class that names whose side it is: "first" or "second" */
    SideView(String side) {
        getStyleClass().addAll("side-view", side);
        ribbon.getStyleClass().add("side-ribbon");
        ribbon.setManaged(false);
        ground.setMouseTransparent(true);
        Rectangle edge = new Rectangle();
        ground.setClip(edge);
        camera.pictureBoundsProperty().subscribe(bounds -> {
            edge.setX(bounds.getMinX());
            edge.setY(bounds.getMinY());
            edge.setWidth(bounds.getWidth());
            edge.setHeight(bounds.getHeight());
            drawRibbon.run();
        });
        name.getStyleClass().addAll(Styles.TITLE_4, "side-name");
        steering.getStyleClass().add("number");
        steering.setId("steering-" + side);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        StackPane picture = new StackPane(camera, ground);
        picture.setMinSize(0, 0);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(new HBox(8, name, space, steering), picture);
    }

    void name(String expert) {
        name.setText(expert);
    }

    /** @param ahead this side's steering from the step's tick on; never empty */
    void show(EnvironmentSpec environment, Step step, float[] ahead, String steeringText) {
        steering.setText(steeringText);
        camera.show(step.seen().picture(environment.frontCamera().name()));
        drawRibbon = () -> draw(environment, step, ahead);
        drawRibbon.run();
    }

    private void draw(EnvironmentSpec environment, Step step, float[] ahead) {
        var bounds = camera.pictureBoundsProperty().get();
        ribbon.getPoints().clear();
        if (bounds.getWidth() >= 1 && bounds.getHeight() >= 1) {
            GroundPath path = GroundPath.following(environment.vehicle(),
                    environment.state(step.seen(), EnvironmentSpec.SPEED, environment.vehicle().nominalSpeed()),
                    environment.state(step.seen(), EnvironmentSpec.STEERING_ANGLE, 0), ahead, environment.ticksPerSecond());
            List<PicturePoint> outline = new GroundProjection(environment.frontCamera().profile(), (int) bounds.getWidth(),
                    (int) bounds.getHeight()).outline(path);
            outline.forEach(point -> ribbon.getPoints().addAll(bounds.getMinX() + point.x(), bounds.getMinY() + point.y()));
        }
    }
}
