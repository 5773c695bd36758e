package whetstone.model.policy;

import java.util.Arrays;
import whetstone.model.Picture;

/**
 * Makes a picture smaller (or larger) by the mean of the area that each new pixel covers, edges by their share, rounded to 8 bits.
 * Grey becomes three equal channels; a fourth channel is left out. Holds a work area, so one object serves one thread.
 */
public final class AreaAverage {
    private static final int CHANNELS = 3;

    private final int fromWidth;
    private final int fromHeight;
    private final int width;
    private final int height;
    private final AreaSpans columns;
    private final AreaSpans rows;
    private final float[] line;
    private final float[] sums;

    /** From pictures of one size to pictures of another, each at least 1 x 1. */
    public AreaAverage(int fromWidth, int fromHeight, int width, int height) {
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.width = width;
        this.height = height;
        this.columns = new AreaSpans(fromWidth, width);
        this.rows = new AreaSpans(fromHeight, height);
        this.line = new float[width * CHANNELS];
        this.sums = new float[width * CHANNELS];
    }

    /** Whether the picture has the size that this average is for. */
    public boolean serves(Picture picture) {
        return picture.width() == fromWidth && picture.height() == fromHeight;
    }

    /** @param into height x width x 3 values of 0 to 255 */
    public void reduce(Picture picture, int[] into) {
        if (width == fromWidth && height == fromHeight) {
            copy(picture, into);
            return;
        }
        for (int row = 0; row < height; row++) {
            Arrays.fill(sums, 0);
            for (int from = rows.first(row); from < rows.end(row); from++) {
                reduceLine(picture, from);
                float share = rows.share(row, from);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += share * line[i];
                }
            }
            int at = row * sums.length;
            for (int i = 0; i < sums.length; i++) {
                into[at + i] = Math.min(255, (int) (sums[i] + 0.5f));
            }
        }
    }

    private void reduceLine(Picture picture, int row) {
        int channels = picture.channels();
        int green = channels == 1 ? 0 : 1;
        int start = row * fromWidth * channels;
        for (int column = 0; column < width; column++) {
            float red = 0;
            float greenSum = 0;
            float blue = 0;
            for (int from = columns.first(column); from < columns.end(column); from++) {
                float share = columns.share(column, from);
                int at = start + from * channels;
                red += share * picture.sample(at);
                greenSum += share * picture.sample(at + green);
                blue += share * picture.sample(at + 2 * green);
            }
            line[column * CHANNELS] = red;
            line[column * CHANNELS + 1] = greenSum;
            line[column * CHANNELS + 2] = blue;
        }
    }

    private static void copy(Picture picture, int[] into) {
        int channels = picture.channels();
        int green = channels == 1 ? 0 : 1;
        for (int pixel = 0; pixel < picture.width() * picture.height(); pixel++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                into[pixel * CHANNELS + channel] = picture.sample(pixel * channels + channel * green);
            }
        }
    }
}
