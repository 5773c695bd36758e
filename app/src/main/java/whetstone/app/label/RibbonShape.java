package whetstone.app.label;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import whetstone.model.environment.PicturePoint;

/** A translucent ribbon on the ground: where a vehicle's wheels would roll. Its look is CSS. FX thread. */
final class RibbonShape extends Group {
    private final Polygon surface = new Polygon();
    private final Polyline left = edge();
    private final Polyline right = edge();

    /** @param style style class that names whose ribbon it is */
    RibbonShape(String style) {
        surface.getStyleClass().addAll("ribbon", style);
        left.getStyleClass().addAll("ribbon-edge", style);
        right.getStyleClass().addAll("ribbon-edge", style);
        setMouseTransparent(true);
        setManaged(false);
        getChildren().addAll(surface, left, right);
    }

    private static Polyline edge() {
        Polyline edge = new Polyline();
        edge.setStrokeLineCap(StrokeLineCap.ROUND);
        edge.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return edge;
    }

    void show(Ribbon ribbon) {
        setVisible(!ribbon.outline().isEmpty());
        surface.getPoints().setAll(coordinates(ribbon.outline()));
        left.getPoints().setAll(coordinates(ribbon.left()));
        right.getPoints().setAll(coordinates(ribbon.right()));
    }

    private static Double[] coordinates(List<PicturePoint> points) {
        Double[] coordinates = new Double[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            coordinates[2 * i] = points.get(i).x();
            coordinates[2 * i + 1] = points.get(i).y();
        }
        return coordinates;
    }
}
