package whetstone.model.environment;

import java.util.SplittableRandom;

/** Lays a closed track from a seed: a ring of spline points that swing in and out by turns, rise, sink and tilt. */
final class TrackBuilder {
    /** A kart turns on less; a tighter bend could not be driven at all. */
    private static final double SMALLEST_RADIUS = 7.5;
    private static final double SMALLEST_DISTANCE = 12;
    private static final int ATTEMPTS = 400;
    private static final int STEPS_PER_POINT = 128;

    private final Difficulty difficulty;

    TrackBuilder(Difficulty difficulty) {
        this.difficulty = difficulty;
    }

    /**
     * A track of a length near the one wanted.
     *
     * @param bends number of bends, even, at least 6
     */
    Track build(String name, long seed, int bends, double metres) {
        SplittableRandom random = new SplittableRandom(seed);
        double swing = difficulty.bends();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Track track = lay(name, random.split(), bends, metres, swing);
            if (drivable(track)) {
                return track;
            }
            swing *= 0.995;
        }
        throw new IllegalArgumentException("no track of " + bends + " bends in " + metres + " m could be laid for '" + name
                + "': ask for fewer bends or a longer one");
    }

    private Track lay(String name, SplittableRandom random, int bends, double metres, double swing) {
        double[] x = new double[bends];
        double[] y = new double[bends];
        double[] z = new double[bends];
        double[] tilt = new double[bends];
        for (int i = 0; i < bends; i++) {
            double angle = 2 * Math.PI * (i + 0.3 * random.nextDouble(-1, 1)) / bends;
            double side = i % 2 == 0 ? 1 : -1;
            double radius = 1 + side * swing * random.nextDouble(0.16, 0.36);
            x[i] = radius * Math.cos(angle);
            y[i] = radius * Math.sin(angle);
            z[i] = difficulty.hillMetres() * random.nextDouble(-1.5, 1.5);
            tilt[i] = random.nextDouble(-1, 1);
        }
        return sample(name, new ClosedSpline(x, y, z, tilt), metres);
    }

    private Track sample(String name, ClosedSpline spline, double metres) {
        int steps = spline.points() * STEPS_PER_POINT;
        double[] lengths = new double[steps + 1];
        for (int i = 1; i <= steps; i++) {
            lengths[i] = lengths[i - 1] + chord(spline, (double) (i - 1) / STEPS_PER_POINT, (double) i / STEPS_PER_POINT);
        }
        int samples = Track.BLOCK * (int) Math.round(metres / Track.SPACING / Track.BLOCK);
        double scale = samples * Track.SPACING / lengths[steps];
        double[][] places = new double[4][samples];
        int step = 0;
        for (int i = 0; i < samples; i++) {
            double wanted = lengths[steps] * i / samples;
            while (lengths[step + 1] < wanted) {
                step++;
            }
            double t = (step + (wanted - lengths[step]) / (lengths[step + 1] - lengths[step])) / STEPS_PER_POINT;
            for (int dimension = 0; dimension < 4; dimension++) {
                places[dimension][i] = spline.at(dimension, t) * (dimension < 2 ? scale : 1);
            }
        }
        return new Track(name, places[0], places[1], places[2], camber(places[3]));
    }

    private double[] camber(double[] tilt) {
        double steepest = Math.tan(Math.toRadians(difficulty.camberDegrees()));
        double[] camber = new double[tilt.length];
        for (int i = 0; i < tilt.length; i++) {
            camber[i] = steepest * Math.clamp(1.5 * tilt[i], -1, 1);
        }
        return camber;
    }

    private static double chord(ClosedSpline spline, double from, double to) {
        return Math.hypot(spline.at(0, to) - spline.at(0, from), spline.at(1, to) - spline.at(1, from));
    }

    private boolean drivable(Track track) {
        for (double curvature : track.curvature) {
            if (Math.abs(curvature) > 1 / SMALLEST_RADIUS) {
                return false;
            }
        }
        return neverNearItself(track);
    }

    private boolean neverNearItself(Track track) {
        int stride = 4;
        int apart = (int) (4 * SMALLEST_DISTANCE / Track.SPACING);
        double distance = SMALLEST_DISTANCE + difficulty.roadWidth() / 2;
        for (int i = 0; i < track.samples(); i += stride) {
            for (int j = i + apart; j < track.samples() && j - i <= track.samples() - apart; j += stride) {
                if (Math.hypot(track.x[i] - track.x[j], track.y[i] - track.y[j]) < distance) {
                    return false;
                }
            }
        }
        return true;
    }
}
