package whetstone.model;

/**
 * The kinematic bicycle by which an action's consequence is drawn: where the rear axle goes at a constant command.
 *
 * @param wheelbaseMetres distance between the axles
 * @param maximumSteeringDegrees angle of the front wheels at a steering command of 1
 * @param steeringRateDegreesPerSecond how fast the front wheels can turn
 * @param widthMetres outer width, drawn as the ribbon's width
 * @param nominalSpeed metres per second, used where a recording holds no speed
 */
public record VehicleModel(double wheelbaseMetres, double maximumSteeringDegrees, double steeringRateDegreesPerSecond,
                           double widthMetres, double nominalSpeed) {
    public VehicleModel {
        if (!(wheelbaseMetres > 0 && maximumSteeringDegrees > 0 && maximumSteeringDegrees < 90
                && steeringRateDegreesPerSecond > 0 && widthMetres > 0 && nominalSpeed > 0)) {
            throw new IllegalArgumentException("a vehicle's sizes and speeds must be positive: wheelbase " + wheelbaseMetres
                    + " m, steering " + maximumSteeringDegrees + " degrees at " + steeringRateDegreesPerSecond
                    + " degrees/s, width " + widthMetres + " m, speed " + nominalSpeed + " m/s");
        }
    }
}
