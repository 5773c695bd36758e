package whetstone.model.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.Picture;
import whetstone.model.VehicleModel;

class GroundProjectionTest {
    private static final CameraProfile LEVEL = new CameraProfile(1, 0, 90, 0, 0);

    @Test
    void aPointAheadOnTheGroundLiesBelowTheHorizon() {
        PicturePoint point = new GroundProjection(LEVEL, 640, 480).project(new GroundPoint(10, 2)).orElseThrow();
        assertThat(point.x()).isCloseTo(320 + 64, within(1e-9));
        assertThat(point.y()).isCloseTo(240 + 32, within(1e-9));
    }

    @Test
    void aPointBehindTheCameraIsNotSeen() {
        assertThat(new GroundProjection(LEVEL, 640, 480).project(new GroundPoint(-1, 0))).isEmpty();
    }

    @Test
    void aCameraTurnedRightSeesTheRoadMoveLeft() {
        CameraProfile turned = new CameraProfile(1, 0, 90, 20, 0);
        assertThat(new GroundProjection(turned, 640, 480).project(new GroundPoint(10, 0)).orElseThrow().x()).isLessThan(300);
    }

    @Test
    void aLineThatStartsBehindTheCameraIsClipped() {
        List<PicturePoint> line = new GroundProjection(LEVEL, 640, 480).line(List.of(new GroundPoint(-2, 0), new GroundPoint(5, 0)));
        assertThat(line).hasSize(2);
        assertThat(line.getFirst().y()).isGreaterThan(480);
    }

    @Test
    void theOutlineOfARibbonStaysFinite() {
        VehicleModel vehicle = new VehicleModel(1.6, 24, 120, 1.2, 15);
        List<PicturePoint> outline = new GroundProjection(LEVEL, 640, 480).outline(GroundPath.of(vehicle, 15, 24, 1, 3));
        assertThat(outline).isNotEmpty().allMatch(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()));
    }

    @Test
    void aCameraThatLooksStraightDownKeepsMetresApart() {
        CameraProfile above = new CameraProfile(30, 90, 91.6, 0, 13.98, 1.25);
        GroundProjection projection = new GroundProjection(above, 96, 96);
        PicturePoint car = projection.project(new GroundPoint(1.64, 0)).orElseThrow();
        PicturePoint aheadAndRight = projection.project(new GroundPoint(11.64, 10)).orElseThrow();
        assertThat(car.y()).isCloseTo(72, within(0.2));
        assertThat(aheadAndRight.x() - car.x()).isCloseTo(15.55, within(0.1));
        assertThat(car.y() - aheadAndRight.y()).isCloseTo(19.44, within(0.1));
    }

    @Test
    void nothingIsDrawnWhereACameraSeesNoGround() {
        GroundProjection projection = new GroundProjection(CameraProfile.NO_GROUND, 96, 96);
        VehicleModel vehicle = new VehicleModel(1.6, 24, 120, 1.2, 15);
        assertThat(projection.outline(GroundPath.of(vehicle, 15, 0, 0, 3))).isEmpty();
        assertThat(projection.project(new GroundPoint(150, 0))).isEmpty();
    }

    @Test
    void aRibbonScalesWithThePicture() {
        GroundPoint point = new GroundPoint(6, 1);
        PicturePoint small = new GroundProjection(LEVEL, 320, 240).project(point).orElseThrow();
        PicturePoint large = new GroundProjection(LEVEL, 640, 480).project(point).orElseThrow();
        assertThat(large.x()).isCloseTo(2 * small.x(), within(1e-9));
        assertThat(large.y()).isCloseTo(2 * small.y(), within(1e-9));
    }

    /** On a flat straight road the edge's distance from the kart is known, and so is where it must be drawn. */
    @ParameterizedTest
    @CsvSource({"4, -2.5, 0", "6, -2.5, 0", "10, 2.5, 0", "15, 2.5, 0", "5, 2.5, 35"})
    void theRoadsEdgeIsDrawnWhereTheProjectionSays(double forward, double right, double yaw) {
        Camera camera = new Camera("front", 640, 480, 3, new CameraProfile(1.5, 15, 90, yaw, 0.2));
        Picture picture = drawFlatStraightRoad(camera);
        PicturePoint edge = new GroundProjection(camera.profile(), 640, 480).project(new GroundPoint(forward, right)).orElseThrow();
        assertThat(edgeInRow(picture, (int) edge.y(), edge.x(), right > 0)).isCloseTo(edge.x(), within(2.0));
    }

    /** Seen from just behind a gate, so that none stands before the edge. */
    private static Picture drawFlatStraightRoad(Camera camera) {
        int samples = 800;
        double radius = samples * Track.SPACING / (2 * Math.PI);
        double[] x = new double[samples];
        double[] y = new double[samples];
        for (int i = 0; i < samples; i++) {
            x[i] = i < samples / 2 ? i * Track.SPACING : (samples - i) * Track.SPACING;
            y[i] = i < samples / 2 ? 0 : radius;
        }
        Track straight = new Track("straight", x, y, new double[samples], new double[samples]);
        Difficulty flat = new Difficulty("flat", 10, 5, 0, 0, 0, 0);
        KartPose kart = new KartPose(60, 0, 0, 10, 0, 60, 0);
        return new SkywayRenderer(straight, flat, camera).draw(kart, 1);
    }

    /** The column where the blue land ends and the grey road begins, looking from outside to inside near a column. */
    private static double edgeInRow(Picture picture, int row, double near, boolean fromTheRight) {
        int step = fromTheRight ? -1 : 1;
        int column = Math.clamp(Math.round(near) - 12 * step, 0, 639);
        for (int i = 0; i < 30; i++, column += step) {
            if (picture.sample(row, column, 2) - picture.sample(row, column, 0) < 20) {
                return column + (fromTheRight ? 1 : 0);
            }
        }
        throw new AssertionError("no edge near column " + near + " of row " + row);
    }
}
