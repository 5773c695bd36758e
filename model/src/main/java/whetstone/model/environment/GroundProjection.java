package whetstone.model.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whetstone.model.CameraProfile;

/**
 * Draws flat ground into a camera's picture: pinhole, clipped just before the camera. It is the projection by which {@link Skyway}
 * draws its own pictures. Immutable.
 */
public final class GroundProjection {
    /** Metres before the camera nearer than which nothing is drawn. */
    private static final double NEAR = 0.3;

    private final Pinhole pinhole;
    private final boolean seesGround;

    /** @param width of the picture that is drawn on, in pixels; it may differ from the camera's own in scale, not in aspect */
    public GroundProjection(CameraProfile profile, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " has no pixels to draw on");
        }
        this.pinhole = Pinhole.of(profile, width, height);
        this.seesGround = profile.seesGround();
    }

    /** Where a point of the ground appears; empty where it lies behind the camera. */
    public Optional<PicturePoint> project(GroundPoint point) {
        Seen seen = see(point);
        return seen.depth < NEAR || !seesGround ? Optional.empty() : Optional.of(onPicture(seen));
    }

    /** The part of a line on the ground that can be seen, from its first such point until it passes behind the camera. */
    public List<PicturePoint> line(List<GroundPoint> points) {
        List<PicturePoint> line = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Seen here = see(points.get(i));
            boolean ahead = seesGround && here.depth >= NEAR;
            if (i > 0) {
                Seen before = see(points.get(i - 1));
                if (seesGround && ahead != before.depth >= NEAR) {
                    line.add(onPicture(cut(before, here)));
                }
            }
            if (ahead) {
                line.add(onPicture(here));
            } else if (!line.isEmpty()) {
                break;
            }
        }
        return line;
    }

    /** The ribbon of a path as a closed outline: along its left edge, back along its right; empty where nothing of it can be seen. */
    public List<PicturePoint> outline(GroundPath path) {
        List<GroundPoint> around = new ArrayList<>(path.left());
        around.addAll(path.right().reversed());
        List<PicturePoint> outline = new ArrayList<>();
        if (!seesGround) {
            return outline;
        }
        Seen before = see(around.getLast());
        for (GroundPoint point : around) {
            Seen here = see(point);
            if (here.depth >= NEAR != before.depth >= NEAR) {
                outline.add(onPicture(cut(before, here)));
            }
            if (here.depth >= NEAR) {
                outline.add(onPicture(here));
            }
            before = here;
        }
        return outline;
    }

    /** Metres along the camera's axis, to its right, upward. */
    private record Seen(double depth, double side, double rise) {}

    private Seen see(GroundPoint point) {
        double forward = point.forward() - pinhole.forward();
        double up = -pinhole.up();
        return new Seen(along(pinhole.axis(), forward, point.right(), up), along(pinhole.rightAxis(), forward, point.right(), up),
                along(pinhole.upAxis(), forward, point.right(), up));
    }

    private static double along(double[] axis, double forward, double right, double up) {
        return axis[0] * forward + axis[1] * right + axis[2] * up;
    }

    private PicturePoint onPicture(Seen seen) {
        return new PicturePoint(pinhole.middleX() + pinhole.focal() * seen.side / seen.depth,
                pinhole.middleY() - pinhole.verticalFocal() * seen.rise / seen.depth);
    }

    private static Seen cut(Seen from, Seen to) {
        double t = (NEAR - from.depth) / (to.depth - from.depth);
        return new Seen(NEAR, from.side + t * (to.side - from.side), from.rise + t * (to.rise - from.rise));
    }
}
