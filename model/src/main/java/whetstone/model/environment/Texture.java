package whetstone.model.environment;

/**
 * An RGB picture that repeats in both directions, kept in halved versions of its width and of its height each by itself, so that a
 * surface seen at a grazing angle is averaged along the view and stays sharp across it. Immutable.
 */
final class Texture {
    private final int[][][] versions;
    private final int widthBits;
    private final int heightBits;

    /** Colour as 0xrrggbb at a texel. */
    interface Painter {
        int colour(int column, int row);
    }

    Texture(int widthBits, int heightBits, Painter painter) {
        this.widthBits = widthBits;
        this.heightBits = heightBits;
        this.versions = new int[widthBits + 1][heightBits + 1][];
        int[] full = new int[1 << widthBits + heightBits];
        for (int i = 0; i < full.length; i++) {
            full[i] = painter.colour(i & (1 << widthBits) - 1, i >> widthBits);
        }
        for (int w = 0; w <= widthBits; w++) {
            versions[w][0] = w == 0 ? full : halvedWidth(versions[w - 1][0]);
            for (int h = 1; h <= heightBits; h++) {
                versions[w][h] = halvedHeight(versions[w][h - 1], 1 << widthBits - w);
            }
        }
    }

    int widthBits() {
        return widthBits;
    }

    int heightBits() {
        return heightBits;
    }

    /** Texels, rows of columns, halved so many times in width and height. */
    int[] texels(int halvedWidth, int halvedHeight) {
        return versions[halvedWidth][halvedHeight];
    }

    private static int[] halvedWidth(int[] texels) {
        int[] half = new int[texels.length / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = mean(texels[2 * i], texels[2 * i + 1]);
        }
        return half;
    }

    private static int[] halvedHeight(int[] texels, int width) {
        int[] half = new int[texels.length / 2];
        for (int i = 0; i < half.length; i++) {
            int row = i / width;
            half[i] = mean(texels[2 * row * width + i % width], texels[(2 * row + 1) * width + i % width]);
        }
        return half;
    }

    private static int mean(int a, int b) {
        return (a & b) + ((a ^ b) >>> 1 & 0x7f7f7f);
    }
}
