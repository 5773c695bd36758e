package whetstone.model.environment.gymnasium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;

/**
 * The wire of docs/gymnasium-bridge.md: a request, an answer, each a JSON header and bytes. What arrives is not trusted: lengths are
 * checked before anything is allocated, and an answer must be whole before its time is up. One thread.
 */
final class BridgeConnection implements AutoCloseable {
    /** Of a header, in bytes. */
    static final int LONGEST_HEADER = 1 << 16;
    private static final int CONNECT_MILLISECONDS = 5_000;
    private static final int LENGTHS = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final Socket socket;
    private final DataOutputStream out;
    private final InputStream in;

    /** @param payload owned by whoever asked */
    record Answer(JsonNode header, byte[] payload) {}

    /** What went wrong, in words that follow the bridge's name: "did not answer for 20 s". */
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(String what) {
            super(what);
        }
    }

    private BridgeConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.out = new DataOutputStream(new java.io.BufferedOutputStream(socket.getOutputStream(), 1 << 16));
        this.in = socket.getInputStream();
    }

    /** To a port of this machine and to no other. */
    static BridgeConnection to(int port) throws IOException {
        Socket socket = new Socket();
        boolean connected = false;
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), CONNECT_MILLISECONDS);
            BridgeConnection connection = new BridgeConnection(socket);
            connected = true;
            return connection;
        } finally {
            if (!connected) {
                socket.close();
            }
        }
    }

    /**
     * Asks and waits.
     *
     * @param patience until the whole answer must be there
     * @param payloadLength that the answer must have, in bytes, unless it is an error
     * @throws BrokenException if the peer is gone, silent, or answers what it may not
     */
    Answer ask(Map<String, ?> header, byte[] payload, Duration patience, int payloadLength) throws BrokenException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            byte[] text = json.writeValueAsBytes(header);
            out.writeInt(text.length);
            out.writeInt(payload.length);
            out.write(text);
            out.write(payload);
            out.flush();
            return read(deadline, payloadLength);
        } catch (SocketTimeoutException silent) {
            throw new BrokenException("did not answer within " + seconds(patience));
        } catch (EOFException gone) {
            throw new BrokenException("has ended");
        } catch (JsonProcessingException garbled) {
            throw new BrokenException("answered what is no JSON");
        } catch (IOException broken) {
            throw new BrokenException("can no longer be reached (" + broken.getMessage() + ")");
        }
    }

    private Answer read(long deadline, int payloadLength) throws IOException, BrokenException {
        ByteBuffer lengths = ByteBuffer.wrap(read(LENGTHS, deadline));
        int headerLength = lengths.getInt();
        int answered = lengths.getInt();
        if (headerLength < 2 || headerLength > LONGEST_HEADER) {
            throw new BrokenException("announced a header of " + Integer.toUnsignedString(headerLength) + " bytes; between 2 and "
                    + LONGEST_HEADER + " are allowed");
        }
        if (answered != 0 && answered != payloadLength) {
            throw new BrokenException("announced " + Integer.toUnsignedString(answered) + " bytes of pictures and values where "
                    + payloadLength + " fit what it described");
        }
        JsonNode header = json.readTree(read(headerLength, deadline));
        if (header == null || !header.isObject() || !header.path("type").isTextual()) {
            throw new BrokenException("answered JSON that is no message");
        }
        if (header.get("type").textValue().equals("error")) {
            throw new BrokenException("says: " + shown(header.path("message").asText("nothing more")));
        }
        if (answered != payloadLength) {
            throw new BrokenException("sent no pictures and values where " + payloadLength + " bytes were to come");
        }
        return new Answer(header, read(answered, deadline));
    }

    private byte[] read(int count, long deadline) throws IOException {
        byte[] bytes = new byte[count];
        int got = 0;
        while (got < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, left));
            int more = in.read(bytes, got, count - got);
            if (more < 0) {
                throw new EOFException();
            }
            got += more;
        }
        return bytes;
    }

    /** Foreign words on one line, without what would not be shown. */
    static String shown(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 600 ? line.substring(0, 600) + " …" : line;
    }

    private static String seconds(Duration patience) {
        return patience.toMillis() % 1000 == 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            System.getLogger("whetstone").log(System.Logger.Level.DEBUG, "a bridge was closed", alreadyGone);
        }
    }
}
