package whetstone.model.environment;

/** A closed uniform cubic B-spline in any number of dimensions: twice continuously differentiable, so that curvature has no jumps. */
final class ClosedSpline {
    private final double[][] controls;

    /** @param controls points by dimension: controls[dimension][point], at least four points */
    ClosedSpline(double[]... controls) {
        this.controls = controls;
    }

    int points() {
        return controls[0].length;
    }

    /** The value of a dimension at a parameter from 0 to the number of points, where it closes. */
    double at(int dimension, double parameter) {
        double[] p = controls[dimension];
        int n = p.length;
        int i = (int) Math.floor(parameter);
        double t = parameter - i;
        double u = 1 - t;
        return (u * u * u * p[Math.floorMod(i - 1, n)]
                + (3 * t * t * t - 6 * t * t + 4) * p[Math.floorMod(i, n)]
                + (3 * u * u * u - 6 * u * u + 4) * p[Math.floorMod(i + 1, n)]
                + t * t * t * p[Math.floorMod(i + 2, n)]) / 6;
    }
}
