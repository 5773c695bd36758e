package whetstone.model.environment;

/**
 * A closed road in space: its centre line, sampled every half metre, with slope and camber; immutable.
 * World coordinates are metres: x and y in the horizontal plane, z up, and y lies to the right of x, so that headings (radians from x
 * towards y) grow to the right. Places along the road are metres from the start and wrap around; lateral offsets are positive to the right.
 */
public final class Track {
    /** Metres between samples along the centre line. */
    static final double SPACING = 0.5;
    /** Samples in one block, by which the road is drawn: eight metres. */
    static final int BLOCK = 16;

    private final String name;
    private final int samples;
    final double[] x;
    final double[] y;
    final double[] z;
    final double[] heading;
    final double[] curvature;
    /** Rise per metre of width, positive where the right side is lower. */
    final double[] camber;

    /** @param centre the centre line's samples, half a metre apart in the horizontal plane, a whole number of blocks */
    Track(String name, double[] x, double[] y, double[] z, double[] camber) {
        if (x.length % BLOCK != 0 || x.length < 4 * BLOCK) {
            throw new IllegalArgumentException("a track of " + x.length + " samples is not made of whole blocks of " + BLOCK);
        }
        this.name = name;
        this.samples = x.length;
        this.x = x;
        this.y = y;
        this.z = z;
        this.camber = camber;
        this.heading = headings(x, y);
        this.curvature = curvatures(heading);
    }

    public String name() {
        return name;
    }

    /** Metres of one lap along the centre line. */
    public double length() {
        return samples * SPACING;
    }

    int samples() {
        return samples;
    }

    /** The centre line's x at a place along the road. */
    public double x(double along) {
        return between(x, along);
    }

    /** The centre line's y at a place along the road. */
    public double y(double along) {
        return between(y, along);
    }

    /** The centre line's height at a place along the road. */
    public double z(double along) {
        return between(z, along);
    }

    /** Curvature of the centre line in 1/m, positive where the road bends to the right. */
    public double curvature(double along) {
        return between(curvature, along);
    }

    /** Rise per metre forward. */
    public double slope(double along) {
        int i = index(along);
        return (z[next(i)] - z[i]) / SPACING;
    }

    /** Fall per metre to the right. */
    public double camber(double along) {
        return between(camber, along);
    }

    /** Direction of the centre line in radians, not wrapped: it is continuous over one lap. */
    public double heading(double along) {
        int i = index(along);
        double share = share(along);
        return heading[i] + share * turn(heading[i], heading[next(i)]);
    }

    /** A place along the road brought into 0 to length. */
    public double wrap(double along) {
        double wrapped = along % length();
        return wrapped < 0 ? wrapped + length() : wrapped;
    }

    /** The place along the road nearest to a point, searched from a place that is known to be near. */
    double nearest(double px, double py, double near) {
        double along = near;
        for (int i = 0; i < 3; i++) {
            double direction = heading(along);
            double cos = Math.cos(direction);
            double sin = Math.sin(direction);
            double ahead = (px - x(along)) * cos + (py - y(along)) * sin;
            double lateral = (py - y(along)) * cos - (px - x(along)) * sin;
            along += ahead / Math.max(0.3, 1 - curvature(along) * lateral);
        }
        return along;
    }

    /** Offset of a point from the centre line at a place, positive to the right. */
    double lateral(double px, double py, double along) {
        double direction = heading(along);
        return (py - y(along)) * Math.cos(direction) - (px - x(along)) * Math.sin(direction);
    }

    int index(double along) {
        return Math.floorMod((int) Math.floor(along / SPACING), samples);
    }

    int next(int index) {
        return index + 1 == samples ? 0 : index + 1;
    }

    private static double share(double along) {
        double place = along / SPACING;
        return place - Math.floor(place);
    }

    private double between(double[] values, double along) {
        int i = index(along);
        return values[i] + share(along) * (values[next(i)] - values[i]);
    }

    /** The shorter way from one heading to another. */
    static double turn(double from, double to) {
        return Math.IEEEremainder(to - from, 2 * Math.PI);
    }

    private static double[] headings(double[] x, double[] y) {
        int n = x.length;
        double[] headings = new double[n];
        for (int i = 0; i < n; i++) {
            int before = (i + n - 1) % n;
            int after = (i + 1) % n;
            headings[i] = Math.atan2(y[after] - y[before], x[after] - x[before]);
        }
        return headings;
    }

    private static double[] curvatures(double[] heading) {
        int n = heading.length;
        double[] curvatures = new double[n];
        for (int i = 0; i < n; i++) {
            curvatures[i] = turn(heading[(i + n - 1) % n], heading[(i + 1) % n]) / (2 * SPACING);
        }
        return curvatures;
    }
}
