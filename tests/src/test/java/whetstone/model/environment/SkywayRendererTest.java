package whetstone.model.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.Picture;

class SkywayRendererTest {
    private static final Difficulty PLAIN = new Difficulty("plain", 10, 5, 0, 0, 0, 0);
    private static final Camera SMALL = SkywayCameras.front(25, 19);
    private static final Camera LARGE = SkywayCameras.front(640, 480);

    @Test
    void aCrestHidesTheRoadBehindIt() {
        Picture flat = draw(LARGE, straight(x -> 0), kart(60, 0, 0), 1);
        Picture crest = draw(LARGE, straight(x -> -0.02 * Math.max(0, x - 68) * Math.max(0, x - 68)), kart(60, 0, 0), 1);
        int farRow = rowOf(40);
        assertThat(isRoad(flat, farRow, 320)).isTrue();
        assertThat(isRoad(crest, farRow, 320)).isFalse();
    }

    @Test
    void theRoadBeforeTheCrestStaysWhereItIs() {
        Picture flat = draw(LARGE, straight(x -> 0), kart(60, 0, 0), 1);
        Picture crest = draw(LARGE, straight(x -> -0.02 * Math.max(0, x - 68) * Math.max(0, x - 68)), kart(60, 0, 0), 1);
        assertThat(isRoad(flat, 470, 320)).isTrue();
        assertThat(crest.sample(470, 300, 1)).isEqualTo(flat.sample(470, 300, 1));
    }

    @Test
    void theSmallPictureTellsLeftFromRight() {
        Track track = straight(x -> 0);
        double left = brightnessOfLowerHalf(draw(SMALL, track, kart(60, -1.5, 0), 1), 0, 12);
        double right = brightnessOfLowerHalf(draw(SMALL, track, kart(60, 1.5, 0), 1), 0, 12);
        assertThat(Math.abs(left - right)).isGreaterThan(3);
    }

    @Test
    void theSmallPictureTellsTheHeading() {
        Track track = straight(x -> 0);
        assertThat(draw(SMALL, track, kart(60, 0, 0.1), 1)).isNotEqualTo(draw(SMALL, track, kart(60, 0, -0.1), 1));
    }

    @Test
    void duskIsDarkerThanDay() {
        Track track = straight(x -> 0);
        assertThat(brightnessOfLowerHalf(draw(SMALL, track, kart(60, 0, 0), 0), 0, 25))
                .isLessThan(0.7 * brightnessOfLowerHalf(draw(SMALL, track, kart(60, 0, 0), 1), 0, 25));
    }

    @Test
    void aTiltedRoadTiltsTheHorizon() {
        Track level = straight(x -> 0);
        double[] camber = new double[level.samples()];
        Arrays.fill(camber, Math.tan(Math.toRadians(8)));
        Picture tilted = draw(LARGE, new Track("tilted", level.x, level.y, level.z, camber), kart(60, 0, 0), 1);
        assertThat(horizon(tilted, 620)).isLessThan(horizon(tilted, 20) - 40);
    }

    @Test
    void theRightCameraLooksToTheRight() {
        Track track = straight(x -> 0);
        Picture left = draw(SkywayCameras.left(96, 96), track, kart(60, 0, 0), 1);
        Picture right = draw(SkywayCameras.right(96, 96), track, kart(60, 0, 0), 1);
        assertThat(isRoad(left, 60, 90)).isTrue();
        assertThat(isRoad(right, 60, 90)).isFalse();
    }

    @Test
    void neighbouringResolutionsShowTheSameScene() {
        Track track = SkywayTracks.track("alpha", Difficulty.FROZEN);
        KartPose kart = kart(track);
        Picture large = draw(LARGE, track, kart, 1);
        Picture small = draw(SkywayCameras.front(32, 24), track, kart, 1);
        for (int row = 0; row < 24; row++) {
            assertThat((double) small.sample(row, 16, 1)).isCloseTo(mean(large, row * 20, 16 * 20, 20), within(18.0));
        }
    }

    private static KartPose kart(double x, double lateral, double heading) {
        return new KartPose(x, lateral, heading, 10, 0, x, lateral);
    }

    private static KartPose kart(Track track) {
        return new KartPose(track.x(100), track.y(100), track.heading(100), 10, 0, 100, 0);
    }

    private static Picture draw(Camera camera, Track track, KartPose kart, double daylight) {
        return new SkywayRenderer(track, PLAIN, camera).draw(kart, daylight);
    }

    /** Two straights, 200 m long and far apart; the heights are those of the first. */
    private static Track straight(DoubleUnaryOperator height) {
        int samples = 800;
        double[] x = new double[samples];
        double[] y = new double[samples];
        double[] z = new double[samples];
        for (int i = 0; i < samples; i++) {
            x[i] = i < samples / 2 ? i * Track.SPACING : (samples - i) * Track.SPACING;
            y[i] = i < samples / 2 ? 0 : 600;
            z[i] = height.applyAsDouble(x[i]);
        }
        return new Track("straight", x, y, z, new double[samples]);
    }

    private static int rowOf(double metresAhead) {
        CameraProfile profile = LARGE.profile();
        return (int) new GroundProjection(profile, 640, 480).project(new GroundPoint(metresAhead, 0)).orElseThrow().y();
    }

    /** The road is grey or has white and yellow lines; land and sky are blue. */
    private static boolean isRoad(Picture picture, int row, int column) {
        return picture.sample(row, column, 2) - picture.sample(row, column, 0) < 20;
    }

    private static int horizon(Picture picture, int column) {
        int brightest = 0;
        for (int row = 1; row < 230; row++) {
            if (picture.sample(row, column, 0) > picture.sample(brightest, column, 0)) {
                brightest = row;
            }
        }
        return brightest;
    }

    private static double brightnessOfLowerHalf(Picture picture, int fromColumn, int toColumn) {
        double sum = 0;
        for (int row = picture.height() / 2; row < picture.height(); row++) {
            for (int column = fromColumn; column < toColumn; column++) {
                sum += picture.sample(row, column, 1);
            }
        }
        return sum / (picture.height() / 2.0) / (toColumn - fromColumn);
    }

    private static double mean(Picture picture, int row, int column, int size) {
        double sum = 0;
        for (int i = 0; i < size * size; i++) {
            sum += picture.sample(row + i / size, column + i % size, 1);
        }
        return sum / (size * size);
    }
}
