package whetstone.model.environment;

/**
 * Fills convex polygons of a raster, perspective-correct, nearest surface first kept. Corners are given in camera coordinates and
 * clipped at the near plane. Mutable scratch space, one thread; allocates nothing while drawing.
 */
final class TriangleFill {
    /** Metres before the camera within which nothing is drawn. */
    static final double NEAR = 0.15;
    private static final int MOST = 8;

    private final Raster raster;
    private final Atmosphere atmosphere;
    private final float focal;
    private final float middleX;
    private final float middleY;
    private final double[] depth = new double[MOST];
    private final double[] side = new double[MOST];
    private final double[] rise = new double[MOST];
    private final double[] u = new double[MOST];
    private final double[] v = new double[MOST];
    private int corners;
    private final float[] px = new float[MOST];
    private final float[] py = new float[MOST];
    private final float[] pi = new float[MOST];
    private final float[] pu = new float[MOST];
    private final float[] pv = new float[MOST];
    private int projected;
    private int[] texels;
    private int columnMask;
    private int rowMask;
    private int rowShift;
    private int shade;

    TriangleFill(Raster raster, Atmosphere atmosphere, double focal) {
        this.raster = raster;
        this.atmosphere = atmosphere;
        this.focal = (float) focal;
        this.middleX = raster.width / 2f;
        this.middleY = raster.height / 2f;
    }

    void begin() {
        corners = 0;
    }

    /** A corner: metres along the camera's axis, to its right, upward, and the place in the texture, 1 being its whole extent. */
    void corner(double cornerDepth, double cornerSide, double cornerRise, double cornerU, double cornerV) {
        depth[corners] = cornerDepth;
        side[corners] = cornerSide;
        rise[corners] = cornerRise;
        u[corners] = cornerU;
        v[corners] = cornerV;
        corners++;
    }

    /** Projects the polygon; false where nothing of it can be seen. Positive winding is clockwise on the picture. */
    boolean project() {
        projected = 0;
        for (int i = 0; i < corners; i++) {
            int j = i + 1 == corners ? 0 : i + 1;
            boolean inside = depth[i] >= NEAR;
            if (inside) {
                add(depth[i], side[i], rise[i], u[i], v[i]);
            }
            if (inside != depth[j] >= NEAR) {
                double t = (NEAR - depth[i]) / (depth[j] - depth[i]);
                add(NEAR, side[i] + t * (side[j] - side[i]), rise[i] + t * (rise[j] - rise[i]), u[i] + t * (u[j] - u[i]),
                        v[i] + t * (v[j] - v[i]));
            }
        }
        return projected >= 3 && onPicture();
    }

    private void add(double cornerDepth, double cornerSide, double cornerRise, double cornerU, double cornerV) {
        float inverse = (float) (1 / cornerDepth);
        px[projected] = middleX + focal * (float) cornerSide * inverse;
        py[projected] = middleY - focal * (float) cornerRise * inverse;
        pi[projected] = inverse;
        pu[projected] = (float) cornerU * inverse;
        pv[projected] = (float) cornerV * inverse;
        projected++;
    }

    private boolean onPicture() {
        boolean left = true;
        boolean right = true;
        boolean above = true;
        boolean below = true;
        for (int i = 0; i < projected; i++) {
            left &= px[i] < 0;
            right &= px[i] > raster.width;
            above &= py[i] < 0;
            below &= py[i] > raster.height;
        }
        return !(left || right || above || below);
    }

    /** True where the projected polygon's corners run clockwise on the picture. */
    boolean clockwise() {
        float area = 0;
        for (int i = 0; i < projected; i++) {
            int j = i + 1 == projected ? 0 : i + 1;
            area += px[i] * py[j] - px[j] * py[i];
        }
        return area > 0;
    }

    /** Longest extent on the picture of the edge between two corners, in pixels; corners as projected, so only for unclipped polygons. */
    float edge(int from, int to) {
        return Math.max(Math.abs(px[from] - px[to]), Math.abs(py[from] - py[to]));
    }

    /** Fills the projected polygon. @param brightness of 256 */
    void fill(Texture texture, int halvedWidth, int halvedHeight, int brightness) {
        texels = texture.texels(halvedWidth, halvedHeight);
        rowShift = texture.widthBits() - halvedWidth;
        columnMask = (1 << rowShift) - 1;
        rowMask = (1 << texture.heightBits() - halvedHeight) - 1;
        shade = brightness;
        for (int i = 1; i + 1 < projected; i++) {
            triangle(0, i, i + 1);
        }
    }

    private void triangle(int a, int b, int c) {
        if (py[b] < py[a]) {
            int swap = a;
            a = b;
            b = swap;
        }
        if (py[c] < py[a]) {
            int swap = a;
            a = c;
            c = swap;
        }
        if (py[c] < py[b]) {
            int swap = b;
            b = c;
            c = swap;
        }
        float area = (px[b] - px[a]) * (py[c] - py[a]) - (px[c] - px[a]) * (py[b] - py[a]);
        int top = Math.max(0, (int) Math.ceil(py[a] - 0.5f));
        int bottom = Math.min(raster.height, (int) Math.ceil(py[c] - 0.5f));
        if (Math.abs(area) < 1e-9f || top >= bottom) {
            return;
        }
        rows(a, b, c, 1 / area, top, bottom);
    }

    private void rows(int a, int b, int c, float perArea, int top, int bottom) {
        float bx = px[b] - px[a];
        float by = py[b] - py[a];
        float cx = px[c] - px[a];
        float cy = py[c] - py[a];
        float iRight = ((pi[b] - pi[a]) * cy - (pi[c] - pi[a]) * by) * perArea;
        float iDown = ((pi[c] - pi[a]) * bx - (pi[b] - pi[a]) * cx) * perArea;
        float uRight = ((pu[b] - pu[a]) * cy - (pu[c] - pu[a]) * by) * perArea;
        float uDown = ((pu[c] - pu[a]) * bx - (pu[b] - pu[a]) * cx) * perArea;
        float vRight = ((pv[b] - pv[a]) * cy - (pv[c] - pv[a]) * by) * perArea;
        float vDown = ((pv[c] - pv[a]) * bx - (pv[b] - pv[a]) * cx) * perArea;
        float longSlope = cx / cy;
        float upperSlope = bx / by;
        float lowerSlope = (px[c] - px[b]) / (py[c] - py[b]);
        for (int row = top; row < bottom; row++) {
            float y = row + 0.5f;
            float one = px[a] + (y - py[a]) * longSlope;
            float other = y < py[b] ? px[a] + (y - py[a]) * upperSlope : px[b] + (y - py[b]) * lowerSlope;
            int from = Math.max(0, (int) Math.ceil(Math.min(one, other) - 0.5f));
            int to = Math.min(raster.width, (int) Math.ceil(Math.max(one, other) - 0.5f));
            if (from < to) {
                float right = from + 0.5f - px[a];
                float down = y - py[a];
                span(row * raster.width + from, row * raster.width + to,
                        pi[a] + right * iRight + down * iDown, iRight,
                        pu[a] + right * uRight + down * uDown, uRight,
                        pv[a] + right * vRight + down * vDown, vRight);
            }
        }
    }

    private void span(int from, int to, float inverse, float inverseStep, float across, float acrossStep, float along, float alongStep) {
        float[] nearness = raster.nearness;
        int[] colours = raster.colours;
        int[] paint = texels;
        int[] kept = atmosphere.kept;
        int[] added = atmosphere.added;
        float columns = columnMask + 1;
        float rows = rowMask + 1;
        for (int i = from; i < to; i++) {
            if (inverse > nearness[i]) {
                nearness[i] = inverse;
                float distance = 1 / inverse;
                int column = (int) (across * distance * columns) & columnMask;
                int row = (int) (along * distance * rows) & rowMask;
                int paintColour = paint[row << rowShift | column];
                int far = Math.min((int) distance, Atmosphere.DISTANCES - 1);
                int share = kept[far] * shade >> 8;
                colours[i] = ((paintColour & 0xff00ff) * share >>> 8 & 0xff00ff | (paintColour & 0xff00) * share >>> 8 & 0xff00)
                        + added[far];
            }
            inverse += inverseStep;
            across += acrossStep;
            along += alongStep;
        }
    }
}
