package whetstone.model.world;

import java.util.OptionalDouble;

/**
 * How a track's pictures and pace are wanted. A world whose pictures or pace are fixed gives what it has.
 *
 * @param width of the front camera's picture in pixels
 * @param height of the front camera's picture in pixels
 * @param ticksPerSecond decisions per second; the world's own where empty
 */
public record Wish(int width, int height, OptionalDouble ticksPerSecond) {
    public Wish {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " has no pixels");
        }
    }
}
