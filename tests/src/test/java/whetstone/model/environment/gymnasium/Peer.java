package whetstone.model.environment.gymnasium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A bridge written by hand on a real socket that answers as it is told to: honestly, or not. */
final class Peer implements AutoCloseable {
    static final String TOKEN = "a token for tests";
    static final int WIDTH = 4;
    static final int HEIGHT = 3;
    static final int PICTURE = WIDTH * HEIGHT * 3;
    static final String WELCOME = """
            {"type":"welcome","protocol":1,"environment":"Peer-v0","ticksPerSecond":10,"action":[{"name":"steer","low":-1,"high":1}],
             "cameras":[{"name":"front","width":4,"height":3,"channels":3}],"state":["speed"],"expert":true,"falls":true,"repeatable":true}""";
    static final String SEEN = """
            {"type":"seen","reward":1.5,"distance":0.25,"terminated":false,"truncated":false,"events":[]}""";

    private final ServerSocket listening;
    private final CountDownLatch over = new CountDownLatch(1);

    /** Answers one request; false ends the connection. */
    interface Manner {
        boolean answer(JsonNode request, Wire wire) throws IOException, InterruptedException;
    }

    /** What a manner writes with. */
    record Wire(DataOutputStream out, CountDownLatch over) {
        boolean say(String header, byte[] payload) throws IOException {
            return announce(header.getBytes(StandardCharsets.UTF_8), payload.length, payload);
        }

        boolean announce(byte[] header, int payloadLength, byte[] payload) throws IOException {
            out.writeInt(header.length);
            out.writeInt(payloadLength);
            out.write(header);
            out.write(payload);
            out.flush();
            return true;
        }

        /** Says nothing until the test is over. */
        boolean keepSilent() {
            try {
                over.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    Peer(Manner manner) throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(manner));
    }

    /** Tells the truth, and draws another picture at every step. */
    static boolean honest(JsonNode request, Wire wire) throws IOException {
        return switch (request.path("type").asText()) {
            case "hello" -> wire.say(request.path("token").asText().equals(TOKEN) ? WELCOME
                    : "{\"type\":\"error\",\"message\":\"The token is wrong.\"}", new byte[0]);
            case "advise" -> wire.say("{\"type\":\"advice\",\"action\":[0.5]}", new byte[0]);
            default -> wire.say(SEEN, observation((int) (System.nanoTime() % 255), 3));
        };
    }

    /** Welcomes, and answers everything else in another manner. */
    static Manner after(Manner rest) {
        return (request, wire) -> request.path("type").asText().equals("hello") ? honest(request, wire) : rest.answer(request, wire);
    }

    static byte[] observation(int shade, float speed) {
        ByteBuffer bytes = ByteBuffer.allocate(PICTURE + 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < PICTURE; i++) {
            bytes.put((byte) (shade + i));
        }
        return bytes.putFloat(speed).array();
    }

    GymnasiumPlace place() {
        return GymnasiumPlace.parse("@" + listening.getLocalPort());
    }

    GymnasiumEnvironment environment() {
        return environment(TOKEN);
    }

    GymnasiumEnvironment environment(String token) {
        Duration short_ = Duration.ofMillis(400);
        return new GymnasiumEnvironment(Bridge.connect(place(), token, new Bridge.Patience(short_, short_, short_)));
    }

    private void serve(Manner manner) {
        try (Socket socket = listening.accept()) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            Wire wire = new Wire(new DataOutputStream(socket.getOutputStream()), over);
            ObjectMapper json = new ObjectMapper();
            boolean goesOn = true;
            while (goesOn) {
                int header = in.readInt();
                int payload = in.readInt();
                JsonNode request = json.readTree(in.readNBytes(header));
                in.readNBytes(payload);
                goesOn = manner.answer(request, wire);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException clientIsGone) {
            System.getLogger("whetstone").log(System.Logger.Level.DEBUG, "a peer for tests ended", clientIsGone);
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            listening.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
