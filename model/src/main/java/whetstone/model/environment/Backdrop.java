package whetstone.model.environment;

/** Sky above and land far below, where nothing nearer was drawn. */
final class Backdrop {
    /** Height of the land in the track's world, in metres. */
    private static final double LAND_HEIGHT = -45;
    private static final float TEXELS_PER_METRE = 2;
    private static final int FARTHEST = 4000;
    /** The land's haze is this many times thinner than the road's, which is near. */
    private static final int THINNER = 8;
    /** Keeps land coordinates positive, so that truncating rounds down. */
    private static final float OFFSET = 1 << 16;

    private final Raster raster;
    private final Atmosphere atmosphere;
    private final float focal;
    private final int[][] land;
    private final int halvedAtOneMetre;

    Backdrop(Raster raster, Atmosphere atmosphere, double focal) {
        this.raster = raster;
        this.atmosphere = atmosphere;
        this.focal = (float) focal;
        int bits = Textures.LAND.widthBits();
        this.land = new int[bits + 1][];
        for (int i = 0; i <= bits; i++) {
            land[i] = Textures.LAND.texels(i, i);
        }
        this.halvedAtOneMetre = (int) Math.round(Math.log(4 * TEXELS_PER_METRE / focal) / Math.log(2));
    }

    void draw(Eye eye) {
        double drop = eye.z() - LAND_HEIGHT;
        for (int row = 0; row < raster.height; row++) {
            double up = (raster.height / 2.0 - row - 0.5) / focal;
            double left = (0.5 - raster.width / 2.0) / focal;
            row(row * raster.width, eye, (float) drop,
                    (float) (eye.axis()[0] + up * eye.up()[0] + left * eye.right()[0]),
                    (float) (eye.axis()[1] + up * eye.up()[1] + left * eye.right()[1]),
                    (float) (eye.axis()[2] + up * eye.up()[2] + left * eye.right()[2]));
        }
    }

    private void row(int start, Eye eye, float drop, float x, float y, float z) {
        float stepX = (float) eye.right()[0] / focal;
        float stepY = (float) eye.right()[1] / focal;
        float stepZ = (float) eye.right()[2] / focal;
        float eyeX = (float) eye.x() * TEXELS_PER_METRE + OFFSET;
        float eyeY = (float) eye.y() * TEXELS_PER_METRE + OFFSET;
        float[] nearness = raster.nearness;
        int[] colours = raster.colours;
        int[] sky = atmosphere.sky;
        for (int i = start; i < start + raster.width; i++) {
            if (nearness[i] == 0) {
                if (z >= 0) {
                    colours[i] = sky[Math.min((int) (z * 256), Atmosphere.ELEVATIONS - 1)];
                } else {
                    float distance = Math.min(drop / -z, FARTHEST);
                    colours[i] = land(eyeX + distance * x * TEXELS_PER_METRE, eyeY + distance * y * TEXELS_PER_METRE, distance);
                }
            }
            x += stepX;
            y += stepY;
            z += stepZ;
        }
    }

    private int land(float column, float row, float distance) {
        int halved = Math.clamp(Math.getExponent(distance) + halvedAtOneMetre, 0, land.length - 1);
        int bits = land.length - 1 - halved;
        int mask = (1 << bits) - 1;
        int colour = land[halved][((int) row >> halved & mask) << bits | (int) column >> halved & mask];
        int far = Math.min((int) distance / THINNER, Atmosphere.DISTANCES - 1);
        int share = atmosphere.kept[far];
        return ((colour & 0xff00ff) * share >>> 8 & 0xff00ff | (colour & 0xff00) * share >>> 8 & 0xff00) + atmosphere.added[far];
    }
}
