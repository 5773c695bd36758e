package whetstone.model.environment;

/** A point of a picture in pixels: x from its left edge, y down from its upper edge; it may lie outside of the picture. */
public record PicturePoint(double x, double y) {}
