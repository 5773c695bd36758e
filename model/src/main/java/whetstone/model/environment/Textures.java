package whetstone.model.environment;

/** What the world is painted with. */
final class Textures {
    /** The road: its whole width across, one block of eight metres along. */
    static final Texture ROAD = new Texture(8, 9, Textures::road);
    /** The land far below: 64 m by 64 m. */
    static final Texture LAND = new Texture(7, 7, Textures::land);

    /** Clouds: 512 m by 512 m; the blue channel tells how dense they are, 0 to 255. */
    static final Texture CLOUDS = new Texture(7, 7, Textures::clouds);
    /** The posts and beams of the gates: stripes across. */
    static final Texture GATE = new Texture(3, 0, (column, row) -> column < 4 ? 0xd8dce4 : 0xb4343c);

    private static final double EDGE_LINE = 0.9;
    private static final double EDGE_LINE_END = 0.975;
    private static final double CENTRE_LINE = 0.03;

    private Textures() {}

    private static int road(int column, int row) {
        double across = Math.abs((column + 0.5) / 128 - 1);
        double noise = 9 * (noise(column, row, 256, 512) - 0.5) + 7 * (smooth(column, row, 8) - 0.5);
        if (across < CENTRE_LINE && row < 256) {
            return grey(1.0, 0.83, 0.25, 205 + noise);
        }
        if (across > EDGE_LINE && across < EDGE_LINE_END) {
            return grey(1, 1, 1, 232 + noise);
        }
        boolean even = (column / 64 + row / 64) % 2 == 0;
        double level = (even ? 104 : 88) + noise + (across > EDGE_LINE ? -24 : 0);
        return grey(1.0, 1.0, 1.03, level);
    }

    private static int land(int column, int row) {
        double cloud = 0.55 * smooth(column, row, 32) + 0.3 * smooth(column, row, 16) + 0.15 * smooth(column, row, 4);
        double level = 40 + 60 * cloud;
        boolean ridge = Math.abs(cloud - 0.5) < 0.018;
        return ridge ? grey(0.75, 0.95, 1.35, level * 1.25) : grey(0.5, 0.72, 1.3, level);
    }

    private static int clouds(int column, int row) {
        double density = 0.5 * smooth(column, row + 7, 32) + 0.3 * smooth(column + 5, row, 16) + 0.2 * smooth(column, row, 8);
        return channel(255 * fade(Math.clamp((density - 0.45) / 0.35, 0, 1)));
    }

    private static int grey(double red, double green, double blue, double level) {
        return channel(red * level) << 16 | channel(green * level) << 8 | channel(blue * level);
    }

    private static int channel(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** Smooth noise in 0 to 1 that repeats every 128 texels in both directions, with cells of a size. */
    private static double smooth(int column, int row, int cell) {
        int cells = 128 / cell;
        double x = (double) column / cell;
        double y = (double) row / cell;
        int i = (int) x;
        int j = (int) y;
        double u = fade(x - i);
        double v = fade(y - j);
        double top = (1 - u) * noise(i, j, cells, cells) + u * noise(i + 1, j, cells, cells);
        double bottom = (1 - u) * noise(i, j + 1, cells, cells) + u * noise(i + 1, j + 1, cells, cells);
        return (1 - v) * top + v * bottom;
    }

    private static double fade(double t) {
        return t * t * (3 - 2 * t);
    }

    /** A fixed number in 0 to 1 for every cell of a grid that repeats (Wang's integer hash). */
    private static double noise(int i, int j, int periodI, int periodJ) {
        int h = (i % periodI) * 0x1f1f1f1f ^ (j % periodJ) * 0x9e3779b1 ^ periodI * 0x85ebca6b;
        h = (h ^ h >>> 16) * 0x7feb352d;
        h = (h ^ h >>> 15) * 0x846ca68b;
        return (h >>> 8 & 0xffff) / 65535.0;
    }
}
