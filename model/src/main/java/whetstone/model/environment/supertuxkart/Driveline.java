package whetstone.model.environment.supertuxkart;

import java.util.List;

/**
 * The middle of a track of the game as a closed line through its driveline's quadrilaterals, with its width; immutable. Coordinates are the game's
 * horizontal plane (x to the right of z); headings are radians from z towards x, so that they grow to the right. Places along it are
 * metres from the first quadrilateral and wrap around.
 */
final class Driveline {
    private final double[] x;
    private final double[] z;
    private final double[] height;
    private final double[] halfWidth;
    private final double[] along;
    private final double length;

    /** One place of the middle. */
    record Middle(double x, double height, double z, double halfWidth) {}

    /** Where something is. @param lateral metres beside the middle, positive to the right @param above metres above the road */
    record Place(double along, double lateral, double halfWidth, double above) {}

    /** @throws IllegalArgumentException if they are fewer than four or two that follow each other lie in one place */
    Driveline(List<Middle> middles) {
        int count = middles.size();
        if (count < 4) {
            throw new IllegalArgumentException("a driveline of " + count + " quadrilaterals is no closed road");
        }
        x = middles.stream().mapToDouble(Middle::x).toArray();
        z = middles.stream().mapToDouble(Middle::z).toArray();
        height = middles.stream().mapToDouble(Middle::height).toArray();
        halfWidth = middles.stream().mapToDouble(Middle::halfWidth).toArray();
        along = new double[count + 1];
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            double step = Math.hypot(x[next] - x[i], z[next] - z[i]);
            if (!(step > 0 && step < 10_000)) {
                throw new IllegalArgumentException("the driveline's quadrilaterals " + i + " and " + next + " lie " + step + " m apart");
            }
            along[i + 1] = along[i] + step;
        }
        length = along[count];
    }

    double length() {
        return length;
    }

    /** The place nearest to a point; of roads above each other the one nearest in height. */
    Place place(double px, double py, double pz) {
        int best = 0;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            double share = share(i, px, pz);
            double dx = px - mid(x, i, share);
            double dz = pz - mid(z, i, share);
            double dy = py - mid(height, i, share);
            double distance = dx * dx + dz * dz + 4 * dy * dy;
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        double share = share(best, px, pz);
        int next = (best + 1) % x.length;
        double ex = x[next] - x[best];
        double ez = z[next] - z[best];
        double lateral = ((px - x[best]) * ez - (pz - z[best]) * ex) / Math.hypot(ex, ez);
        return new Place(along[best] + share * (along[best + 1] - along[best]), lateral, mid(halfWidth, best, share),
                py - mid(height, best, share));
    }

    /** x and z of the middle at a place. */
    double[] point(double place) {
        double wanted = wrap(place);
        int found = java.util.Arrays.binarySearch(along, wanted);
        int i = Math.clamp(found >= 0 ? found : -found - 2, 0, x.length - 1);
        double share = (wanted - along[i]) / (along[i + 1] - along[i]);
        return new double[] {mid(x, i, share), mid(z, i, share)};
    }

    /** The shorter way from one place to another, negative backwards. */
    double way(double from, double to) {
        return Math.IEEEremainder(to - from, length);
    }

    private double wrap(double place) {
        double rest = place % length;
        return rest < 0 ? rest + length : rest;
    }

    private double mid(double[] values, int i, double share) {
        return values[i] + share * (values[(i + 1) % x.length] - values[i]);
    }

    private double share(int i, double px, double pz) {
        int next = (i + 1) % x.length;
        double ex = x[next] - x[i];
        double ez = z[next] - z[i];
        return Math.clamp(((px - x[i]) * ex + (pz - z[i]) * ez) / (ex * ex + ez * ez), 0, 1);
    }
}
