package whetstone.model.environment.supertuxkart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import whetstone.model.environment.Track;

/**
 * One of Skyway's roads as a track of the game, in place of the Star Track of Ross et al. 2011, which the game no longer has: a road that
 * floats in space, twice as large as in Skyway because the game's karts are faster. Below it lies a floor on which the game itself puts a kart
 * back on the road's middle. Everything is computed here; of the game only the names of two textures are used.
 */
final class FloatingRoad {
    private static final double SCALE = 2;
    /** Metres along the centre line between the model's cross-sections, and between those of the driveline. */
    private static final double STRIDE = 2;
    private static final int SECTIONS_PER_QUAD = 2;
    private static final double EDGE_METRES = 0.5;
    private static final double FLOOR_METRES_BELOW = 4;
    private static final String ROAD = "stk_generic_greyWall_a.png";
    private static final String FLOOR = "stk_generic_blackCeramic_a.png";

    /** The road changes its colour along the way, and both edges look alike: no colour tells left from right. */
    private static final int[] COLOURS = {0x9a9aa4, 0x60a0c0, 0xc08050, 0x70b070, 0xb0b060, 0x9070b0, 0x505058, 0xd0d0d8};
    private static final int SECTIONS_PER_COLOUR = 14;
    private static final int EDGE_COLOUR = 0xe0e0e0;

    private final Track track;
    private final double width;
    private final int sections;

    /** @param widthMetres of the road in the game */
    FloatingRoad(Track track, double widthMetres) {
        this.track = track;
        this.width = widthMetres;
        int wanted = (int) (track.length() * SCALE / STRIDE);
        this.sections = wanted - wanted % SECTIONS_PER_QUAD;
    }

    /** Writes model, driveline, materials and scene into an existing folder. */
    void write(Path folder) throws IOException {
        Files.write(folder.resolve("road.spm"), mesh().toBytes());
        text(folder, "track.xml", """
                <track name="%s" version="7" groups="standard" designer="Whetstone" default-number-of-laps="3" shadows="N"/>
                """.formatted(track.name()));
        text(folder, "quads.xml", quads());
        text(folder, "graph.xml", """
                <graph><node-list from-quad="0" to-quad="%1$d"/><edge-loop from="0" to="%1$d"/></graph>
                """.formatted(sections / SECTIONS_PER_QUAD - 1));
        text(folder, "materials.xml", """
                <materials><material name="%s" reset="Y"/></materials>
                """.formatted(FLOOR));
        text(folder, "scene.xml", scene());
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), "<?xml version=\"1.0\"?>\n" + text, StandardCharsets.UTF_8);
    }

    private Mesh mesh() {
        Mesh mesh = new Mesh();
        Mesh.Part road = mesh.part(ROAD);
        double half = width / 2;
        for (int section = 0; section < sections; section++) {
            int colour = COLOURS[section / SECTIONS_PER_COLOUR % COLOURS.length];
            strip(road, section, -half, -half + EDGE_METRES, EDGE_COLOUR);
            strip(road, section, -half + EDGE_METRES, half - EDGE_METRES, section / 2 % 2 == 0 ? colour : darker(colour));
            strip(road, section, half - EDGE_METRES, half, EDGE_COLOUR);
        }
        floor(mesh.part(FLOOR));
        return mesh;
    }

    private static int darker(int colour) {
        return (colour >> 1 & 0x7f7f7f) + (colour >> 2 & 0x3f3f3f);
    }

    private void strip(Mesh.Part part, int section, double from, double to, int colour) {
        int next = (section + 1) % sections;
        part.quad(at(section, from), at(next, from), at(next, to), at(section, to), colour);
    }

    /** In tiles: the game finds the ground below a kart faster, and more surely, in small triangles. */
    private void floor(Mesh.Part part) {
        double lowest = Double.MAX_VALUE;
        double reach = 0;
        for (int section = 0; section < sections; section++) {
            Mesh.Point point = at(section, 0);
            lowest = Math.min(lowest, point.y());
            reach = Math.max(reach, Math.max(Math.abs(point.x()), Math.abs(point.z())));
        }
        double y = lowest - FLOOR_METRES_BELOW;
        int tiles = 24;
        double side = 2 * (reach + 100) / tiles;
        for (int column = 0; column < tiles; column++) {
            for (int row = 0; row < tiles; row++) {
                double x = (column - tiles / 2.0) * side;
                double z = (row - tiles / 2.0) * side;
                part.quad(new Mesh.Point(x, y, z), new Mesh.Point(x, y, z + side), new Mesh.Point(x + side, y, z + side),
                        new Mesh.Point(x + side, y, z), (column + row) % 2 == 0 ? 0x10183a : 0x0c1230);
            }
        }
    }

    /** A point of the road's surface. Skyway's x leads ahead and its y to the right: the game's z and x. */
    private Mesh.Point at(int section, double lateral) {
        double along = track.length() * section / sections;
        double heading = track.heading(along);
        return new Mesh.Point(SCALE * track.y(along) + lateral * Math.cos(heading), SCALE * track.z(along),
                SCALE * track.x(along) - lateral * Math.sin(heading));
    }

    private String quads() {
        StringBuilder text = new StringBuilder("<quads>\n<height-testing min=\"-2\" max=\"8\"/>\n");
        for (int section = 0; section < sections; section += SECTIONS_PER_QUAD) {
            int next = (section + SECTIONS_PER_QUAD) % sections;
            text.append("<quad p0=\"").append(text(at(section, -width / 2))).append("\" p1=\"").append(text(at(section, width / 2)))
                    .append("\" p2=\"").append(text(at(next, width / 2))).append("\" p3=\"").append(text(at(next, -width / 2)))
                    .append("\"/>\n");
        }
        return text.append("</quads>\n").toString();
    }

    private String scene() {
        return """
                <scene>
                  <track model="road.spm" x="0" y="0" z="0"/>
                  <sun xyz="100 400 100" sun-diffuse="160 160 160" ambient="180 180 180" fog="false"/>
                  <sky-color rgb="6 8 24"/>
                  <camera far="600.0"/>
                  <checks>
                    <check-line kind="lap" other-ids="1" %s same-group="0"/>
                    <check-line kind="activate" other-ids="0" %s same-group="1"/>
                  </checks>
                  <default-start karts-per-row="1" forwards-distance="1.5" sidewards-distance="0" upwards-distance="0.3"/>
                </scene>
                """.formatted(line(SECTIONS_PER_QUAD), line(sections / 2));
    }

    private String line(int section) {
        Mesh.Point left = at(section, -width);
        Mesh.Point right = at(section, width);
        return String.format(Locale.ROOT, "p1=\"%.3f %.3f\" p2=\"%.3f %.3f\" min-height=\"%.3f\"", left.x(), left.z(), right.x(), right.z(),
                left.y() - 1);
    }

    private static String text(Mesh.Point point) {
        return String.format(Locale.ROOT, "%.3f %.3f %.3f", point.x(), point.y(), point.z());
    }
}
