package whetstone.app.picture;

import whetstone.model.Picture;

/**
 * Scales a picture into the pixels of the screen by bilinear interpolation: 640 x 480 to 960 x 720 in a few milliseconds, where a scaled
 * ImageView would halve the frame rate. Keeps its row buffers; for one thread.
 */
public final class PictureScaling {
    private static final int OPAQUE = 0xff000000;

    private int[] upper = new int[0];
    private int[] lower = new int[0];
    private int upperRow;
    private int lowerRow;

    /**
     * Fills {@code pixels}, width x height values 0xAARRGGBB in rows.
     *
     * @param picture of one (grey) or at least three (red, green, blue first) channels
     */
    public void scale(Picture picture, int width, int height, int[] pixels) {
        if (upper.length != width) {
            upper = new int[width];
            lower = new int[width];
        }
        upperRow = -1;
        lowerRow = -1;
        for (int y = 0; y < height; y++) {
            double place = Math.max(0, (y + 0.5) * picture.height() / height - 0.5);
            int row = Math.min((int) place, picture.height() - 1);
            prepare(picture, row, Math.min(row + 1, picture.height() - 1), width);
            int weight = (int) ((place - row) * 256);
            for (int x = 0, at = y * width; x < width; x++, at++) {
                pixels[at] = OPAQUE | blend(upper[x], lower[x], weight);
            }
        }
    }

    private void prepare(Picture picture, int first, int second, int width) {
        if (lowerRow == first) {
            int[] swap = upper;
            upper = lower;
            lower = swap;
            upperRow = first;
            lowerRow = -1;
        }
        if (upperRow != first) {
            stretch(picture, first, width, upper);
            upperRow = first;
        }
        if (lowerRow != second) {
            stretch(picture, second, width, lower);
            lowerRow = second;
        }
    }

    private static void stretch(Picture picture, int row, int width, int[] into) {
        double step = picture.width() / (double) width;
        for (int x = 0; x < width; x++) {
            double place = Math.max(0, (x + 0.5) * step - 0.5);
            int column = Math.min((int) place, picture.width() - 1);
            int next = Math.min(column + 1, picture.width() - 1);
            into[x] = blend(colour(picture, row, column), colour(picture, row, next), (int) ((place - column) * 256));
        }
    }

    private static int colour(Picture picture, int row, int column) {
        int at = (row * picture.width() + column) * picture.channels();
        if (picture.channels() < 3) {
            return picture.sample(at) * 0x010101;
        }
        return picture.sample(at) << 16 | picture.sample(at + 1) << 8 | picture.sample(at + 2);
    }

    /** Red and blue are blended in one multiplication, green in another; the weight of {@code b} is 0 to 256. */
    private static int blend(int a, int b, int weight) {
        int redBlue = ((a & 0xff00ff) * (256 - weight) + (b & 0xff00ff) * weight) >>> 8 & 0xff00ff;
        int green = ((a & 0x00ff00) * (256 - weight) + (b & 0x00ff00) * weight) >>> 8 & 0x00ff00;
        return redBlue | green;
    }
}
