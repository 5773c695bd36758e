package whetstone.model.policy;

/**
 * 8-bit sRGB to CIE L*a*b* under D65 (IEC 61966-2-1, CIE 15), by tables: within 0.002 of the formulas in units of L*.
 * Scaled so that every colour lies in about [-1, 1]: L* / 50 - 1, a* / 100, b* / 100.
 */
public final class LabColour {
    private static final int STEPS = 4096;
    private static final float[] LINEAR = linear();
    private static final float[] CUBE_ROOT = cubeRoot();

    private LabColour() {}

    /** Linear light by 8-bit value: 256 entries from 0 to 1. */
    public static float[] linearTable() {
        return LINEAR.clone();
    }

    /** CIE's f(t) for t = 0, 1 / 4096, ... 1; between two entries it is taken as straight. */
    public static float[] cubeRootTable() {
        return CUBE_ROOT.clone();
    }

    /** Writes L*, a*, b* to {@code at}, {@code at + stride}, {@code at + 2 * stride}. */
    static void write(int red, int green, int blue, float[] into, int at, int stride) {
        float r = LINEAR[red];
        float g = LINEAR[green];
        float b = LINEAR[blue];
        // X, Y and Z by the sRGB matrix, over those of the white.
        float x = root((0.4124564f * r + 0.3575761f * g + 0.1804375f * b) / 0.95047f);
        float y = root(0.2126729f * r + 0.7151522f * g + 0.0721750f * b);
        float z = root((0.0193339f * r + 0.1191920f * g + 0.9503041f * b) / 1.08883f);
        into[at] = (116 * y - 16) / 50 - 1;
        into[at + stride] = 5 * (x - y);
        into[at + 2 * stride] = 2 * (y - z);
    }

    private static float root(float t) {
        float place = t * STEPS;
        int index = Math.min((int) place, STEPS - 1);
        return CUBE_ROOT[index] + (place - index) * (CUBE_ROOT[index + 1] - CUBE_ROOT[index]);
    }

    private static float[] linear() {
        float[] table = new float[256];
        for (int i = 0; i < table.length; i++) {
            double value = i / 255.0;
            table[i] = (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return table;
    }

    private static float[] cubeRoot() {
        float[] table = new float[STEPS + 1];
        for (int i = 0; i < table.length; i++) {
            double t = (double) i / STEPS;
            table[i] = (float) (t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116);
        }
        return table;
    }
}
