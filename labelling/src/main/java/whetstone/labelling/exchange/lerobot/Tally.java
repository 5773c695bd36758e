package whetstone.labelling.exchange.lerobot;

import java.util.Arrays;
import java.util.List;
import whetstone.model.Picture;

/** Gathers the {@link Statistics} of one feature over an episode. */
sealed interface Tally {
    Statistics statistics();

    static Tally of(Feature feature) {
        return feature.picture() ? new OfPictures() : new OfNumbers(feature.size());
    }

    /** Keeps the values: an episode's numbers are few. NaN is not counted. */
    final class OfNumbers implements Tally {
        private final double[][] values;
        private int count;

        OfNumbers(int size) {
            this.values = new double[size][64];
        }

        void add(Object cell) {
            List<?> parts = cell instanceof List<?> list ? list : List.of(cell);
            double[] numbers = parts.stream().mapToDouble(OfNumbers::number).toArray();
            if (Arrays.stream(numbers).anyMatch(Double::isNaN)) {
                return;
            }
            for (int i = 0; i < numbers.length; i++) {
                if (count == values[i].length) {
                    values[i] = Arrays.copyOf(values[i], count * 2);
                }
                values[i][count] = numbers[i];
            }
            count++;
        }

        private static double number(Object part) {
            return switch (part) {
                case Boolean flag -> flag ? 1 : 0;
                case Number number -> number.doubleValue();
                case Object other -> throw new IllegalArgumentException(other + " is no number");
            };
        }

        @Override
        public Statistics statistics() {
            int size = values.length;
            double[][] of = new double[4][size];
            double[][] quantiles = new double[Statistics.QUANTILES.length][size];
            for (int i = 0; i < size && count > 0; i++) {
                double[] sorted = Arrays.copyOf(values[i], count);
                Arrays.sort(sorted);
                of[0][i] = sorted[0];
                of[1][i] = sorted[count - 1];
                double mean = Arrays.stream(sorted).sum() / count;
                of[2][i] = mean;
                of[3][i] = Math.sqrt(Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).sum() / count);
                for (int q = 0; q < quantiles.length; q++) {
                    quantiles[q][i] = between(sorted, Statistics.QUANTILES[q]);
                }
            }
            return new Statistics(of[0], of[1], of[2], of[3], quantiles, count, false);
        }

        /** Straight between neighbours, as numpy does. */
        private static double between(double[] sorted, double share) {
            double place = share * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
        }
    }

    /** Counts samples by value, 0 to 255, for each of three channels: exact, and flat in memory. */
    final class OfPictures implements Tally {
        private static final int CHANNELS = 3;
        private static final int VALUES = 256;

        private final long[][] counts = new long[CHANNELS][VALUES];
        private long frames;

        void add(Picture picture) {
            frames++;
            for (int i = 0; i < picture.size(); i++) {
                if (picture.channels() == CHANNELS) {
                    counts[i % CHANNELS][picture.sample(i)]++;
                } else {
                    for (long[] channel : counts) {
                        channel[picture.sample(i)]++;
                    }
                }
            }
        }

        @Override
        public Statistics statistics() {
            double[][] of = new double[4][CHANNELS];
            double[][] quantiles = new double[Statistics.QUANTILES.length][CHANNELS];
            for (int channel = 0; channel < CHANNELS && frames > 0; channel++) {
                long[] count = counts[channel];
                long all = Arrays.stream(count).sum();
                double sum = 0;
                double squares = 0;
                for (int value = 0; value < VALUES; value++) {
                    sum += count[value] * (value / 255.0);
                    squares += count[value] * (value / 255.0) * (value / 255.0);
                }
                of[0][channel] = quantile(count, 0);
                of[1][channel] = quantile(count, all - 1);
                of[2][channel] = sum / all;
                of[3][channel] = Math.sqrt(Math.max(0, squares / all - sum / all * (sum / all)));
                for (int q = 0; q < quantiles.length; q++) {
                    quantiles[q][channel] = quantile(count, Math.round(Statistics.QUANTILES[q] * (all - 1)));
                }
            }
            return new Statistics(of[0], of[1], of[2], of[3], quantiles, frames, true);
        }

        private static double quantile(long[] count, long place) {
            int value = 0;
            for (long before = count[0]; before <= place; before += count[value]) {
                value++;
            }
            return value / 255.0;
        }
    }
}
