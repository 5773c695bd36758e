package whetstone.model.environment;

/** A point of the ground in vehicle coordinates: metres ahead of the rear axle's middle, and metres to its right. */
public record GroundPoint(double forward, double right) {}
