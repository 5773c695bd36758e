package whetstone.model.environment;

/** Arches over the road at even distances: they tell the eye how fast it goes and how the road climbs. */
final class Gates {
    private static final int BLOCKS_APART = 7;
    private static final double HEIGHT = 4.6;
    private static final double THICKNESS = 0.22;
    private static final double BEAM = 0.7;
    private static final double FOOT = 0.7;
    private static final double FARTHEST = 160;
    /** Corners of a box by face, counter-clockwise from inside; bit 0 is ahead, bit 1 to the right, bit 2 up. */
    private static final int[][] FACES = {{0, 4, 6, 2}, {3, 7, 5, 1}, {1, 5, 4, 0}, {2, 6, 7, 3}, {4, 5, 7, 6}, {2, 3, 1, 0}};
    private static final int[] LIGHT = {235, 175, 205, 200, 256, 110};

    private final Track track;
    private final TriangleFill fill;
    private final double side;
    /** Widest view aside, in metres per metre ahead. */
    private final double widest;
    private final double[][] corners = new double[8][3];

    Gates(Track track, double roadWidth, TriangleFill fill, Raster raster, double focal) {
        this.track = track;
        this.fill = fill;
        this.side = roadWidth / 2 + THICKNESS;
        this.widest = raster.width / 2.0 / focal;
    }

    void draw(Eye eye) {
        for (int sample = 0; sample < track.samples(); sample += BLOCKS_APART * Track.BLOCK) {
            double dx = track.x[sample] - eye.x();
            double dy = track.y[sample] - eye.y();
            if (dx * dx + dy * dy < FARTHEST * FARTHEST && inView(dx * eye.axis()[0] + dy * eye.axis()[1],
                    dx * eye.right()[0] + dy * eye.right()[1])) {
                gate(eye, sample);
            }
        }
    }

    private boolean inView(double ahead, double aside) {
        double reach = side + HEIGHT;
        return ahead > -reach && Math.abs(aside) < Math.max(ahead, 0) * widest + 2 * reach;
    }

    private void gate(Eye eye, int sample) {
        double fall = track.camber[sample] * side;
        box(eye, sample, -side - THICKNESS, -side + THICKNESS, fall - FOOT, HEIGHT - BEAM, 0.25);
        box(eye, sample, side - THICKNESS, side + THICKNESS, -fall - FOOT, HEIGHT - BEAM, 0.25);
        box(eye, sample, -side - 2 * THICKNESS, side + 2 * THICKNESS, HEIGHT - BEAM, HEIGHT, 1.5);
    }

    /** A box across the road's direction, from left to right and from low to high in metres beside and above the centre line. */
    private void box(Eye eye, int sample, double left, double right, double low, double high, double stripes) {
        double cos = Math.cos(track.heading[sample]);
        double sin = Math.sin(track.heading[sample]);
        for (int i = 0; i < 8; i++) {
            double ahead = (i & 1) == 0 ? -THICKNESS : THICKNESS;
            double across = (i & 2) == 0 ? left : right;
            double x = track.x[sample] + ahead * cos - across * sin - eye.x();
            double y = track.y[sample] + ahead * sin + across * cos - eye.y();
            eye.see(x, y, track.z[sample] + ((i & 4) == 0 ? low : high) - eye.z(), corners[i]);
        }
        for (int face = 0; face < FACES.length; face++) {
            face(FACES[face], LIGHT[face], stripes);
        }
    }

    private void face(int[] face, int light, double stripes) {
        fill.begin();
        for (int i = 0; i < 4; i++) {
            double[] corner = corners[face[i]];
            fill.corner(corner[0], corner[1], corner[2], i > 1 ? stripes : 0, i == 1 || i == 2 ? 1 : 0);
        }
        if (fill.project() && fill.clockwise()) {
            fill.fill(Textures.GATE, 0, 0, light);
        }
    }
}
