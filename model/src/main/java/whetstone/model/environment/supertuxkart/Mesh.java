package whetstone.model.environment.supertuxkart;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Coloured quadrilaterals as a model file of the game (SPM, version 1, static, with a colour at every corner). One texture of the game
 * tells how the ground behaves; its first texel is shown everywhere, in the corner's colour. World coordinates are the game's: x to the
 * right, y up, z ahead.
 */
final class Mesh {
    /** The format's indices have sixteen bits. */
    private static final int MOST_CORNERS = 65_535;
    private static final int CORNER_BYTES = 12 + 4 + 4;

    private final List<Part> parts = new ArrayList<>();
    private final float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
    private final float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};

    /** A point of the game's world in metres. */
    record Point(double x, double y, double z) {}

    /** All quadrilaterals with one texture. */
    final class Part {
        private final String texture;
        private final List<Point> corners = new ArrayList<>();
        private final List<Integer> colours = new ArrayList<>();

        private Part(String texture) {
            this.texture = texture;
        }

        /** Seen from above the corners run clockwise: near left, far left, far right, near right. @param colour as 0xRRGGBB */
        void quad(Point nearLeft, Point farLeft, Point farRight, Point nearRight, int colour) {
            if (corners.size() + 4 > MOST_CORNERS) {
                throw new IllegalArgumentException("a model of more than " + MOST_CORNERS + " corners can't be written: use a shorter road");
            }
            for (Point point : List.of(nearLeft, farLeft, farRight, nearRight)) {
                corners.add(point);
                colours.add(colour);
                grow(0, point.x());
                grow(1, point.y());
                grow(2, point.z());
            }
        }
    }

    /** @param texture a file of the game's own textures, at most 255 letters */
    Part part(String texture) {
        Part part = new Part(texture);
        parts.add(part);
        return part;
    }

    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'S').put((byte) 'P').put((byte) (1 << 3 | 2)).put((byte) 0b010);
        for (float value : low) {
            out.putFloat(value);
        }
        for (float value : high) {
            out.putFloat(value);
        }
        out.putShort((short) parts.size());
        for (Part part : parts) {
            byte[] name = part.texture.getBytes(StandardCharsets.US_ASCII);
            out.put((byte) name.length).put(name).put((byte) 0);
        }
        out.putShort((short) 1).putShort((short) parts.size());
        for (int index = 0; index < parts.size(); index++) {
            write(parts.get(index), index, out);
        }
        return out.array();
    }

    private static void write(Part part, int material, ByteBuffer out) {
        int corners = part.corners.size();
        out.putInt(corners).putInt(corners / 4 * 6).putShort((short) material);
        for (int i = 0; i < corners; i++) {
            Point point = part.corners.get(i);
            int colour = part.colours.get(i);
            out.putFloat((float) point.x()).putFloat((float) point.y()).putFloat((float) point.z());
            out.put((byte) 0).put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
            out.putInt(0);
        }
        for (int first = 0; first < corners; first += 4) {
            for (int corner : new int[] {0, 1, 2, 0, 2, 3}) {
                if (corners > 255) {
                    out.putShort((short) (first + corner));
                } else {
                    out.put((byte) (first + corner));
                }
            }
        }
    }

    private int bytes() {
        int bytes = 4 + 24 + 2 + 2 + 2;
        for (Part part : parts) {
            int corners = part.corners.size();
            bytes += 2 + part.texture.length() + 10 + corners * CORNER_BYTES + corners / 4 * 6 * (corners > 255 ? 2 : 1);
        }
        return bytes;
    }

    private void grow(int axis, double value) {
        low[axis] = Math.min(low[axis], (float) value);
        high[axis] = Math.max(high[axis], (float) value);
    }
}
