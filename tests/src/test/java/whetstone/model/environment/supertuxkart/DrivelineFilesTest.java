package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.model.environment.EnvironmentException;

class DrivelineFilesTest {
    /** A ring of 40 m around a square, ten metres wide; its second corner pair is taken from the quadrilateral before, as the game does it. */
    static final String QUADS = """
            <quads>
            <quad p0="-5 0 0" p1="5 0 0" p2="5 0 10" p3="-5 0 10"/>
            <quad p0="0:3" p1="0:2" p2="15 0 10" p3="15 0 20"/>
            <quad p0="10 0 0" p1="20 0 0" p2="20 0 -5" p3="10 0 -5"/>
            <quad p0="5 0 -15" p1="5 0 -5" p2="0 0 -5" p3="0 0 -15"/>
            </quads>
            """;
    private static final String GRAPH = "<graph><node-list from-quad=\"0\" to-quad=\"3\"/><edge-loop from=\"0\" to=\"3\"/></graph>";

    @TempDir
    private Path folder;

    @Test
    void aCornerMayBeOneOfAnEarlierQuadrilateral() throws IOException {
        assertThat(read(QUADS, GRAPH).point(10)).containsExactly(new double[] {0, 10}, within(1e-9));
    }

    @Test
    void theRoadThatWeLayIsReadWithItsOwnLength() throws IOException {
        Path track = Files.createDirectory(folder.resolve("track"));
        new FloatingRoad(whetstone.model.environment.SkywayTracks.track("charlie", whetstone.model.environment.Difficulty.EASY), 8).write(track);
        assertThat(DrivelineFiles.read(track).length()).isCloseTo(896, within(5.0));
    }

    @Test
    void aDocumentTypeIsRefused() {
        refused("<!DOCTYPE quads [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><quads>&e;</quads>", GRAPH, "document type");
    }

    @Test
    void entitiesThatMultiplyAreRefused() {
        refused("<!DOCTYPE q [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><q>&b;</q>", GRAPH, "document type");
    }

    @Test
    void aCornerOfAQuadrilateralThatDoesNotExistIsRefused() {
        refused(QUADS.replace("0:3", "7:3"), GRAPH, "'7:3' is no corner");
    }

    @Test
    void aCornerFarFromEveryTrackIsRefused() {
        refused(QUADS.replace("15 0 20", "1e300 0 20"), GRAPH, "a corner lies at");
    }

    @Test
    void aCornerThatIsNoNumberIsRefused() {
        refused(QUADS.replace("15 0 20", "NaN 0 20"), GRAPH, "a corner lies at NaN");
    }

    @Test
    void aLoopBeyondTheQuadrilateralsIsRefused() {
        refused(QUADS, GRAPH.replace("to=\"3\"", "to=\"2000000000\""), "the track is damaged");
    }

    @Test
    void aTrackWithoutAClosedRoadIsRefused() {
        refused(QUADS, "<graph/>", "no closed main road");
    }

    @Test
    void aMissingFileIsSaid() {
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> DrivelineFiles.read(folder)).withMessageContaining("quads.xml");
    }

    @Property(tries = 300)
    void whateverBytesOfATrackAreChangedItIsReadOrRefusedWithASentence(@ForAll int place, @ForAll byte changed, @ForAll boolean cut)
            throws IOException {
        Path track = Files.createTempDirectory("driveline");
        byte[] quads = QUADS.getBytes(StandardCharsets.UTF_8);
        int at = Math.floorMod(place, quads.length);
        quads[at] = changed;
        Files.write(track.resolve("quads.xml"), cut ? java.util.Arrays.copyOf(quads, at) : quads);
        Files.writeString(track.resolve("graph.xml"), GRAPH);
        try {
            assertThat(DrivelineFiles.read(track).length()).isPositive().isLessThan(1e7);
        } catch (EnvironmentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } finally {
            Files.delete(track.resolve("quads.xml"));
            Files.delete(track.resolve("graph.xml"));
            Files.delete(track);
        }
    }

    private void refused(String quads, String graph, String sentence) {
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> read(quads, graph)).withMessageContaining(sentence);
    }

    private Driveline read(String quads, String graph) throws IOException {
        Files.writeString(folder.resolve("quads.xml"), quads);
        Files.writeString(folder.resolve("graph.xml"), graph);
        return DrivelineFiles.read(folder);
    }
}
