package whetstone.model.environment;

/**
 * Draws the road as strips across it, in blocks of eight metres, coarser where they are far. The nearest surface of each pixel is
 * kept, so crests and hills hide what is behind them.
 */
final class RoadPainter {
    private static final double THICKNESS = 0.7;
    private static final double LEAST_SHADE = 150;
    /** Coarsest strip of samples that may be drawn nearer than this many focal lengths in pixels, as metres per pixel of focal length. */
    private static final double[] COARSER_BEYOND = {0.07, 0.28, 1.1};

    private final Track track;
    private final TriangleFill fill;
    private final double halfWidth;
    private final double focal;
    private final double pictureFocal;
    private final double tangent;
    private Eye eye;
    /** Camera coordinates (depth, side, rise) of a section's left and right end, before and after the strip that is drawn. */
    private double[] last = new double[6];
    private double[] next = new double[6];
    /** Camera coordinates of the way down to the slab's lower side, and work space. */
    private final double[] keel = new double[3];
    private final double[] middle = new double[3];
    private final double[] across = new double[3];

    RoadPainter(Track track, double roadWidth, TriangleFill fill, Raster raster, double focal, double pictureFocal) {
        this.track = track;
        this.fill = fill;
        this.halfWidth = roadWidth / 2;
        this.focal = focal;
        this.pictureFocal = pictureFocal;
        this.tangent = raster.width / 2.0 / focal;
    }

    void draw(Eye from, double along) {
        eye = from;
        eye.see(0, 0, -THICKNESS, keel);
        int blocks = track.samples() / Track.BLOCK;
        int here = track.index(along) / Track.BLOCK;
        for (int i = 0; i < blocks; i++) {
            block((here + i) % blocks * Track.BLOCK);
        }
    }

    private void block(int first) {
        int centre = first + Track.BLOCK / 2;
        double reach = Track.BLOCK * Track.SPACING / 2 + halfWidth + 1;
        double dx = track.x[centre] - eye.x();
        double dy = track.y[centre] - eye.y();
        double dz = track.z[centre] - eye.z();
        double depth = dx * eye.axis()[0] + dy * eye.axis()[1] + dz * eye.axis()[2];
        double side = Math.abs(dx * eye.right()[0] + dy * eye.right()[1] + dz * eye.right()[2]);
        if (depth < -reach || side > (depth + reach) * tangent + reach * Math.sqrt(1 + tangent * tangent)) {
            return;
        }
        int stride = stride(Math.sqrt(dx * dx + dy * dy + dz * dz) - reach);
        section(first, last);
        for (int i = 0; i < Track.BLOCK; i += stride) {
            section((first + i + stride) % track.samples(), next);
            strip(first + i, (double) i / Track.BLOCK, (double) (i + stride) / Track.BLOCK);
            double[] swap = last;
            last = next;
            next = swap;
        }
    }

    private int stride(double distance) {
        int stride = 2;
        for (double beyond : COARSER_BEYOND) {
            if (distance > beyond * pictureFocal) {
                stride *= 2;
            }
        }
        return stride;
    }

    private void section(int sample, double[] ends) {
        double heading = track.heading[sample];
        double acrossX = -Math.sin(heading) * halfWidth;
        double acrossY = Math.cos(heading) * halfWidth;
        double acrossZ = -track.camber[sample] * halfWidth;
        double x = track.x[sample] - eye.x();
        double y = track.y[sample] - eye.y();
        double z = track.z[sample] - eye.z();
        eye.see(x, y, z, middle);
        eye.see(acrossX, acrossY, acrossZ, across);
        for (int i = 0; i < 3; i++) {
            ends[i] = middle[i] - across[i];
            ends[3 + i] = middle[i] + across[i];
        }
    }

    private void strip(int sample, double from, double to) {
        if (last[0] < TriangleFill.NEAR && last[3] < TriangleFill.NEAR && next[0] < TriangleFill.NEAR && next[3] < TriangleFill.NEAR) {
            return;
        }
        surface(sample, from, to);
        flank(last, 0, next, 0);
        flank(next, 3, last, 3);
    }

    private void surface(int sample, double from, double to) {
        fill.begin();
        fill.corner(last[0], last[1], last[2], 0, from);
        fill.corner(next[0], next[1], next[2], 0, to);
        fill.corner(next[3], next[4], next[5], 1, to);
        fill.corner(last[3], last[4], last[5], 1, from);
        if (fill.project()) {
            boolean above = fill.clockwise();
            fill.fill(Textures.ROAD, halvedAcross(), halvedAlong(to - from), above ? shade(sample) : 70);
        }
    }

    /** A side of the road's slab, seen from outside only. */
    private void flank(double[] a, int endA, double[] b, int endB) {
        fill.begin();
        fill.corner(a[endA], a[endA + 1], a[endA + 2], 0.25, 0.9);
        fill.corner(a[endA] + keel[0], a[endA + 1] + keel[1], a[endA + 2] + keel[2], 0.25, 0.9);
        fill.corner(b[endB] + keel[0], b[endB + 1] + keel[1], b[endB + 2] + keel[2], 0.25, 0.9);
        fill.corner(b[endB], b[endB + 1], b[endB + 2], 0.25, 0.9);
        if (fill.project() && fill.clockwise()) {
            fill.fill(Textures.ROAD, 6, 9, 110);
        }
    }

    /** Light from one side: slopes towards it are brighter. */
    private int shade(int sample) {
        double rise = (track.z[track.next(sample)] - track.z[sample]) / Track.SPACING;
        double heading = track.heading[sample];
        double towardsX = -rise * Math.cos(heading) - track.camber[sample] * Math.sin(heading);
        double towardsY = -rise * Math.sin(heading) + track.camber[sample] * Math.cos(heading);
        return (int) Math.clamp(225 + 240 * (0.8 * towardsX + 0.6 * towardsY), LEAST_SHADE, 256);
    }

    private int halvedAcross() {
        double depth = Math.max(0.5, 0.5 * (last[0] + last[3]));
        return halved((1 << Textures.ROAD.widthBits()) / (2 * halfWidth) * depth / focal, Textures.ROAD.widthBits());
    }

    private int halvedAlong(double blocks) {
        double before = Math.max(0.3, 0.5 * (last[0] + last[3]));
        double after = Math.max(0.3, 0.5 * (next[0] + next[3]));
        double down = 0.5 * (last[2] + last[5]) / before - 0.5 * (next[2] + next[5]) / after;
        double right = 0.5 * (last[1] + last[4]) / before - 0.5 * (next[1] + next[4]) / after;
        double pixels = focal * Math.max(Math.abs(down), Math.abs(right));
        return halved((1 << Textures.ROAD.heightBits()) * blocks / Math.max(0.05, pixels), Textures.ROAD.heightBits());
    }

    /** How often a texture has to be halved for this many texels per pixel. */
    private static int halved(double texelsPerPixel, int most) {
        return Math.clamp(Math.getExponent(texelsPerPixel * 1.4), 0, most);
    }
}
