package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class MeshTest {
    @Test
    void itsBoundsEncloseEveryCorner() {
        ByteBuffer file = square();
        assertThat(new float[] {file.getFloat(4), file.getFloat(8), file.getFloat(12), file.getFloat(16), file.getFloat(20), file.getFloat(24)})
                .containsExactly(-1, 2, -3, 4, 2, 5);
    }

    @Test
    void itsCountsFitItsLength() {
        ByteBuffer file = square();
        int part = 4 + 24 + 2 + 2 + "road.png".length() + 4;
        assertThat(file.getInt(part)).isEqualTo(4);
        assertThat(file.getInt(part + 4)).isEqualTo(6);
        assertThat(file.limit()).isEqualTo(part + 10 + 4 * 20 + 6);
    }

    @Test
    void aCornersColourIsRedGreenBlue() {
        ByteBuffer file = square();
        int corner = file.limit() - 6 - 4 * 20;
        assertThat(new byte[] {file.get(corner + 13), file.get(corner + 14), file.get(corner + 15)}).containsExactly(0x11, 0x22, 0x33);
    }

    private static ByteBuffer square() {
        Mesh mesh = new Mesh();
        mesh.part("road.png").quad(new Mesh.Point(-1, 2, -3), new Mesh.Point(-1, 2, 5), new Mesh.Point(4, 2, 5), new Mesh.Point(4, 2, -3),
                0x112233);
        return ByteBuffer.wrap(mesh.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
