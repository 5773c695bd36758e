package whetstone.model.environment.supertuxkart;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import whetstone.model.environment.EnvironmentException;

/**
 * Reads a track's driveline: the quadrilaterals of {@code quads.xml} that the main loop of {@code graph.xml} visits. The files belong to
 * another program: no external entity and no document type is read, sizes are bounded, and what is wrong is said in a sentence.
 */
final class DrivelineFiles {
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_QUADS = 100_000;
    private static final double MOST_METRES = 1e6;

    private DrivelineFiles() {}

    /** @throws EnvironmentException if a file is missing, damaged or holds no closed main road */
    static Driveline read(Path folder) {
        List<double[][]> quads = quads(folder.resolve("quads.xml"));
        int[] loop = loop(folder.resolve("graph.xml"));
        if (loop[0] < 0 || loop[1] >= quads.size() || loop[0] >= loop[1]) {
            throw new EnvironmentException("graph.xml of the track in " + folder + " names quadrilaterals " + loop[0] + " to " + loop[1]
                    + " of " + quads.size() + ": the track is damaged");
        }
        List<Driveline.Middle> middles = new ArrayList<>();
        for (double[][] quad : quads.subList(loop[0], loop[1] + 1)) {
            middles.add(middle(quad));
        }
        try {
            return new Driveline(middles);
        } catch (IllegalArgumentException wrong) {
            throw new EnvironmentException("the driveline in " + folder + " can't be followed: " + wrong.getMessage(), wrong);
        }
    }

    /** Its near edge's middle: the edge is shared with the quadrilateral before. */
    private static Driveline.Middle middle(double[][] quad) {
        double half = Math.hypot(quad[1][0] - quad[0][0], quad[1][2] - quad[0][2]) / 2;
        return new Driveline.Middle((quad[0][0] + quad[1][0]) / 2, (quad[0][1] + quad[1][1]) / 2, (quad[0][2] + quad[1][2]) / 2, half);
    }

    private static List<double[][]> quads(Path file) {
        List<double[][]> quads = new ArrayList<>();
        elements(file, reader -> {
            if (reader.getLocalName().equals("quad")) {
                if (quads.size() == MOST_QUADS) {
                    throw new EnvironmentException(file + " holds more than " + MOST_QUADS + " quadrilaterals: that is no track");
                }
                double[][] corners = new double[4][];
                for (int corner = 0; corner < 4; corner++) {
                    corners[corner] = corner(reader.getAttributeValue(null, "p" + corner), quads, file);
                }
                quads.add(corners);
            }
        });
        return quads;
    }

    /** Three numbers, or "12:3": corner 3 of quadrilateral 12. */
    private static double[] corner(String text, List<double[][]> before, Path file) {
        if (text == null) {
            throw wrong(file, "a quadrilateral has no four corners");
        }
        try {
            int colon = text.indexOf(':');
            if (colon > 0) {
                return before.get(Integer.parseInt(text.substring(0, colon).strip()))[Integer.parseInt(text.substring(colon + 1).strip())];
            }
            String[] words = text.strip().split("\\s+");
            double[] point = {Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2])};
            for (double value : point) {
                if (!(Math.abs(value) <= MOST_METRES)) {
                    throw wrong(file, "a corner lies at " + value + " m");
                }
            }
            return point;
        } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
            throw new EnvironmentException(file + " is damaged: '" + text.substring(0, Math.min(40, text.length())) + "' is no corner",
                    damaged);
        }
    }

    private static int[] loop(Path file) {
        List<int[]> loops = new ArrayList<>();
        elements(file, reader -> {
            if (reader.getLocalName().equals("edge-loop") && loops.isEmpty()) {
                loops.add(new int[] {number(reader, "from", file), number(reader, "to", file)});
            }
        });
        if (loops.isEmpty()) {
            throw wrong(file, "it names no closed main road (edge-loop)");
        }
        return loops.getFirst();
    }

    private static int number(XMLStreamReader reader, String attribute, Path file) {
        try {
            return Integer.parseInt(String.valueOf(reader.getAttributeValue(null, attribute)));
        } catch (NumberFormatException damaged) {
            throw new EnvironmentException(file + " is damaged: '" + attribute + "' is not a whole number", damaged);
        }
    }

    private static void elements(Path file, java.util.function.Consumer<XMLStreamReader> each) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(file, "it is larger than any track's");
            }
            try (InputStream in = Files.newInputStream(file)) {
                XMLStreamReader reader = factory().createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                while (reader.hasNext()) {
                    int kind = reader.next();
                    if (kind == XMLStreamConstants.DTD) {
                        throw wrong(file, "it declares a document type, which no track does");
                    }
                    if (kind == XMLStreamConstants.START_ELEMENT) {
                        each.accept(reader);
                    }
                }
                reader.close();
            }
        } catch (IOException | XMLStreamException unreadable) {
            throw new EnvironmentException("the track's " + file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static EnvironmentException wrong(Path file, String what) {
        return new EnvironmentException(file + " is damaged: " + what);
    }
}
