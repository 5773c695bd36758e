package whetstone.model.environment;

/** Sky above and land far below, where nothing nearer was drawn. */
final class Backdrop {
    /** Height of the land in the track's world, in metres. */
    private static final double LAND_HEIGHT = -45;
    private static final float TEXELS_PER_METRE = 2;
    private static final int FARTHEST = 4000;
    /** The land's haze is thinner than the road's, which is near: so many times by two. */
    private static final int THINNER = 3;
    private static final int LAND_BITS = Textures.LAND.widthBits();
    /** Keeps land coordinates positive, so that truncating rounds down. */
    private static final float OFFSET = 1 << 16;

    private static final float LOWEST_CLOUDS = 0.06f;
    private static final float CLOUD_HEIGHT = 160;
    /** Texels from straight overhead to half-way down to the horizon. */
    private static final float CLOUD_TEXELS = 40;
    private static final float CLOUD_STRENGTH = 0.74f;
    /** How fast the clouds fade in with elevation. */
    private static final float CLOUD_GROWTH = 3.7f;
    private static final int CLOUD_BITS = Textures.CLOUDS.widthBits();
    private static final int CLOUD_MASK = (1 << CLOUD_BITS) - 1;

    private final int[] clouds = Textures.CLOUDS.texels(0, 0);
    private final Raster raster;
    private final Atmosphere atmosphere;
    private final float focal;
    private final int[][] land;
    private final int halvedAtOneMetre;

    Backdrop(Raster raster, Atmosphere atmosphere, double focal) {
        this.raster = raster;
        this.atmosphere = atmosphere;
        this.focal = (float) focal;
        this.land = new int[LAND_BITS + 1][];
        for (int i = 0; i <= LAND_BITS; i++) {
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
        float landX = (float) eye.x() * TEXELS_PER_METRE + OFFSET;
        float landY = (float) eye.y() * TEXELS_PER_METRE + OFFSET;
        float cloudX = (float) eye.x() * CLOUD_TEXELS / CLOUD_HEIGHT + OFFSET;
        float cloudY = (float) eye.y() * CLOUD_TEXELS / CLOUD_HEIGHT + OFFSET;
        float[] nearness = raster.nearness;
        int[] colours = raster.colours;
        int end = start + raster.width;
        for (int i = start; i < end; i++) {
            if (nearness[i] == 0) {
                if (z > LOWEST_CLOUDS) {
                    float reach = CLOUD_TEXELS / z;
                    colours[i] = clouds(cloudX + x * reach, cloudY + y * reach, z);
                } else if (z >= 0) {
                    colours[i] = atmosphere.sky[(int) (z * Atmosphere.ELEVATIONS)];
                } else {
                    float distance = Math.min(drop / -z, FARTHEST);
                    float reach = distance * TEXELS_PER_METRE;
                    colours[i] = land(landX + x * reach, landY + y * reach, distance);
                }
            }
            x += stepX;
            y += stepY;
            z += stepZ;
        }
    }

    /** Clouds fade in above the horizon, where they would be too far to be told apart. */
    private int clouds(float column, float row, float elevation) {
        int clear = atmosphere.sky[Math.min((int) (elevation * Atmosphere.ELEVATIONS), Atmosphere.ELEVATIONS - 1)];
        int density = clouds[((int) row & CLOUD_MASK) << CLOUD_BITS | (int) column & CLOUD_MASK];
        int share = (int) (density * Math.min(CLOUD_STRENGTH, (elevation - LOWEST_CLOUDS) * CLOUD_GROWTH));
        return Atmosphere.mix(clear, atmosphere.sky[0], share);
    }

    private int land(float column, float row, float distance) {
        int halved = Math.min(Math.max(Math.getExponent(distance) + halvedAtOneMetre, 0), LAND_BITS);
        int bits = LAND_BITS - halved;
        int mask = (1 << bits) - 1;
        int colour = land[halved][((int) row >> halved & mask) << bits | (int) column >> halved & mask];
        int far = (int) distance >> THINNER;
        int share = atmosphere.kept[far];
        return ((colour & 0xff00ff) * share >>> 8 & 0xff00ff | (colour & 0xff00) * share >>> 8 & 0xff00) + atmosphere.added[far];
    }
}
