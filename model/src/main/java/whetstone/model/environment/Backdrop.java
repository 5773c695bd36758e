package whetstone.model.environment;

/** Sky, clouds and the land far below, where nothing nearer was drawn. Scratch space inside: one thread. */
final class Backdrop {
    /** Height of the land in the track's world, in metres. */
    private static final double LAND_HEIGHT = -45;
    private static final float TEXELS_PER_METRE = 2;
    private static final int FARTHEST = 4000;
    /** The land's haze is thinner than the road's, which is near: so many times by two. */
    private static final int THINNER = 3;
    private static final int LAND_BITS = Textures.LAND.widthBits();
    private static final float LOWEST_CLOUDS = 0.06f;
    private static final float CLOUD_HEIGHT = 160;
    /** Texels from straight overhead to half-way down to the horizon. */
    private static final float CLOUD_TEXELS = 40;
    private static final float CLOUD_STRENGTH = 0.74f;
    /** How fast the clouds fade in with elevation. */
    private static final float CLOUD_GROWTH = 3.7f;
    private static final int CLOUD_BITS = Textures.CLOUDS.widthBits();
    private static final int CLOUD_MASK = (1 << CLOUD_BITS) - 1;
    /** Keeps coordinates positive, so that truncating rounds down. */
    private static final float OFFSET = 1 << 16;

    private final int[] clouds = Textures.CLOUDS.texels(0, 0);
    private final int[][] land = new int[LAND_BITS + 1][];
    private final Raster raster;
    private final Atmosphere atmosphere;
    private final float focal;
    private final int block;
    private final int halvedAtOneMetre;
    private float drop;
    private float landX;
    private float landY;
    private float cloudX;
    private float cloudY;

    /** @param block pixels in each direction that share one colour: the backdrop is smooth, a screen's fine pixels need not each be computed */
    Backdrop(Raster raster, Atmosphere atmosphere, double focal, int block) {
        this.raster = raster;
        this.atmosphere = atmosphere;
        this.focal = (float) focal;
        this.block = block;
        for (int i = 0; i <= LAND_BITS; i++) {
            land[i] = Textures.LAND.texels(i, i);
        }
        this.halvedAtOneMetre = (int) Math.round(Math.log(4 * TEXELS_PER_METRE * block / focal) / Math.log(2));
    }

    void draw(Eye eye) {
        drop = (float) (eye.z() - LAND_HEIGHT);
        landX = (float) eye.x() * TEXELS_PER_METRE + OFFSET;
        landY = (float) eye.y() * TEXELS_PER_METRE + OFFSET;
        cloudX = (float) eye.x() * CLOUD_TEXELS / CLOUD_HEIGHT + OFFSET;
        cloudY = (float) eye.y() * CLOUD_TEXELS / CLOUD_HEIGHT + OFFSET;
        for (int row = 0; row < raster.height; row += block) {
            double up = (raster.height / 2.0 - row - block / 2.0) / focal;
            double left = (block / 2.0 - raster.width / 2.0) / focal;
            row(row * raster.width, eye,
                    (float) (eye.axis()[0] + up * eye.up()[0] + left * eye.right()[0]),
                    (float) (eye.axis()[1] + up * eye.up()[1] + left * eye.right()[1]),
                    (float) (eye.axis()[2] + up * eye.up()[2] + left * eye.right()[2]));
        }
    }

    private void row(int start, Eye eye, float x, float y, float z) {
        float stepX = (float) eye.right()[0] * block / focal;
        float stepY = (float) eye.right()[1] * block / focal;
        float stepZ = (float) eye.right()[2] * block / focal;
        if (block == 1) {
            fineRow(start, start + raster.width, x, y, z, stepX, stepY, stepZ);
        } else {
            coarseRow(start, start + raster.width, x, y, z, stepX, stepY, stepZ);
        }
    }

    private void fineRow(int start, int end, float startX, float startY, float startZ, float stepX, float stepY, float stepZ) {
        float[] nearness = raster.nearness;
        int[] colours = raster.colours;
        float x = startX;
        float y = startY;
        float z = startZ;
        for (int i = start; i < end; i++) {
            if (nearness[i] == 0) {
                colours[i] = colour(x, y, z);
            }
            x += stepX;
            y += stepY;
            z += stepZ;
        }
    }

    private void coarseRow(int start, int end, float startX, float startY, float startZ, float stepX, float stepY, float stepZ) {
        float x = startX;
        float y = startY;
        float z = startZ;
        for (int i = start; i < end; i += block) {
            if (anyEmpty(raster.nearness, i)) {
                fill(i, colour(x, y, z));
            }
            x += stepX;
            y += stepY;
            z += stepZ;
        }
    }

    private boolean anyEmpty(float[] nearness, int first) {
        for (int y = 0, i = first; y < block; y++, i += raster.width) {
            for (int x = 0; x < block; x++) {
                if (nearness[i + x] == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void fill(int first, int colour) {
        for (int y = 0, i = first; y < block; y++, i += raster.width) {
            for (int x = 0; x < block; x++) {
                if (raster.nearness[i + x] == 0) {
                    raster.colours[i + x] = colour;
                }
            }
        }
    }

    /** What is seen in a direction of the world. */
    private int colour(float x, float y, float z) {
        if (z > LOWEST_CLOUDS) {
            float reach = CLOUD_TEXELS / z;
            return clouds(cloudX + x * reach, cloudY + y * reach, z);
        }
        if (z >= 0) {
            return atmosphere.sky[(int) (z * Atmosphere.ELEVATIONS)];
        }
        float distance = Math.min(drop / -z, FARTHEST);
        float reach = distance * TEXELS_PER_METRE;
        return land(landX + x * reach, landY + y * reach, distance);
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
