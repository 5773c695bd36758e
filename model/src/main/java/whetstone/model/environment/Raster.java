package whetstone.model.environment;

import java.util.Arrays;
import whetstone.model.Picture;

/** A picture being drawn: colours and inverse depths, finer than the finished picture by a whole factor. Mutable, one thread. */
final class Raster {
    final int width;
    final int height;
    final int[] colours;
    /** One over the depth in metres; zero where nothing was drawn yet. */
    final float[] nearness;
    private final int fineness;

    Raster(int width, int height, int fineness) {
        this.width = width * fineness;
        this.height = height * fineness;
        this.fineness = fineness;
        this.colours = new int[this.width * this.height];
        this.nearness = new float[colours.length];
    }

    void clear() {
        Arrays.fill(nearness, 0);
    }

    /** The finished picture: each of its pixels is the mean of fineness x fineness drawn ones. */
    Picture picture() {
        int columns = width / fineness;
        int rows = height / fineness;
        byte[] samples = new byte[columns * rows * 3];
        switch (fineness) {
            case 1 -> copy(samples);
            case 2 -> averageFour(samples, columns, rows);
            default -> average(samples, columns, rows);
        }
        return new Picture(columns, rows, 3, samples);
    }

    private void copy(byte[] samples) {
        for (int i = 0, at = 0; i < colours.length; i++) {
            int colour = colours[i];
            samples[at++] = (byte) (colour >> 16);
            samples[at++] = (byte) (colour >> 8);
            samples[at++] = (byte) colour;
        }
    }

    /** The same as {@link #average} for a fineness of two, three times as fast: it is the one for large pictures. */
    private void averageFour(byte[] samples, int columns, int rows) {
        int at = 0;
        for (int row = 0; row < rows; row++) {
            int from = 2 * row * width;
            for (int column = 0; column < columns; column++, from += 2) {
                int one = colours[from];
                int two = colours[from + 1];
                int three = colours[from + width];
                int four = colours[from + width + 1];
                int redBlue = (one & 0xff00ff) + (two & 0xff00ff) + (three & 0xff00ff) + (four & 0xff00ff) + 0x20002;
                int green = (one & 0xff00) + (two & 0xff00) + (three & 0xff00) + (four & 0xff00) + 0x200;
                samples[at] = (byte) (redBlue >>> 18);
                samples[at + 1] = (byte) (green >>> 10);
                samples[at + 2] = (byte) (redBlue >>> 2);
                at += 3;
            }
        }
    }

    private void average(byte[] samples, int columns, int rows) {
        int share = 65536 / (fineness * fineness);
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int redBlue = 0;
                int green = 0;
                int from = row * fineness * width + column * fineness;
                for (int y = 0; y < fineness; y++, from += width) {
                    for (int x = 0; x < fineness; x++) {
                        redBlue += colours[from + x] & 0xff00ff;
                        green += colours[from + x] & 0xff00;
                    }
                }
                samples[at++] = (byte) ((redBlue >>> 16) * share + 32768 >>> 16);
                samples[at++] = (byte) ((green >>> 8) * share + 32768 >>> 16);
                samples[at++] = (byte) ((redBlue & 0xffff) * share + 32768 >>> 16);
            }
        }
    }
}
