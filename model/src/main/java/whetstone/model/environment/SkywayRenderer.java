package whetstone.model.environment;

import whetstone.model.Camera;
import whetstone.model.Picture;

/** Draws what one camera of the kart sees, on the calling thread's processor core alone. Scratch space inside: one thread. */
final class SkywayRenderer {
    /** Drawn pixels in each direction for one of a picture that a person looks at. */
    private static final int ON_SCREEN = 2;

    private final Track track;
    private final Pinhole pinhole;
    private final Raster raster;
    private final Atmosphere atmosphere = new Atmosphere();
    private final Backdrop backdrop;
    private final RoadPainter road;
    private final Gates gates;

    SkywayRenderer(Track track, Difficulty difficulty, Camera camera) {
        this.track = track;
        this.pinhole = Pinhole.of(camera.profile(), camera.width(), camera.height());
        int fineness = fineness(camera.width());
        double focal = pinhole.focal() * fineness;
        this.raster = new Raster(camera.width(), camera.height(), fineness);
        this.backdrop = new Backdrop(raster, atmosphere, focal, fineness == ON_SCREEN ? fineness : 1);
        TriangleFill fill = new TriangleFill(raster, atmosphere, focal);
        this.road = new RoadPainter(track, difficulty.roadWidth(), fill, raster, focal, pinhole.focal());
        this.gates = new Gates(track, difficulty.roadWidth(), fill, raster, focal);
    }

    /** @param daylight 0 (dusk) to 1 */
    Picture draw(KartPose kart, double daylight) {
        Eye eye = Eye.on(track, kart, pinhole);
        atmosphere.set(daylight);
        raster.clear();
        road.draw(eye, kart.along());
        gates.draw(eye);
        backdrop.draw(eye);
        return raster.picture();
    }

    /** Few pixels must each tell more; on a screen jagged edges are seen; between the two, speed counts. */
    private static int fineness(int width) {
        return width <= 40 ? 3 : width < 200 ? 1 : ON_SCREEN;
    }
}
