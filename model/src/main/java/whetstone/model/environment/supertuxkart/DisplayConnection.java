package whetstone.model.environment.supertuxkart;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import whetstone.model.environment.EnvironmentException;

/**
 * A connection to an X display that speaks the X11 protocol itself: requests out, replies in. Xlib would end the whole process at an error
 * and shares its error handler with the window's toolkit; here an error is an exception. One thread.
 */
final class DisplayConnection implements AutoCloseable {
    /** A picture of 4096 x 4096 pixels. */
    private static final int MOST_BYTES = 64 << 20;

    private final SocketChannel channel;
    private final String display;
    private int root;
    private int firstKeycode;
    private int lastKeycode;

    private DisplayConnection(SocketChannel channel, String display) {
        this.channel = channel;
        this.display = display;
    }

    /**
     * @param display as DISPLAY names it: ":91", "localhost:10.0"; the protocol is not encrypted, so only this computer's displays
     * @throws EnvironmentException if there is no such display here or it refuses
     */
    static DisplayConnection open(String display, byte[] cookie) {
        try {
            SocketAddress address = address(display);
            SocketChannel channel = address instanceof UnixDomainSocketAddress ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                    : SocketChannel.open();
            DisplayConnection connection = new DisplayConnection(channel, display);
            boolean greeted = false;
            try {
                channel.connect(address);
                connection.greet(cookie);
                greeted = true;
                return connection;
            } finally {
                if (!greeted) {
                    channel.close();
                }
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException failure) {
            throw new EnvironmentException("the display '" + display + "' can't be reached: " + failure.getMessage(), failure);
        }
    }

    private static SocketAddress address(String display) {
        int colon = display.lastIndexOf(':');
        if (colon < 0) {
            throw new EnvironmentException("'" + display + "' names no display; DISPLAY must be like :0");
        }
        int number = number(display);
        String host = display.substring(0, colon);
        return switch (host) {
            case "", "unix" -> UnixDomainSocketAddress.of(Path.of("/tmp/.X11-unix/X" + number));
            case "localhost", "127.0.0.1" -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 6000 + number);
            default -> throw new EnvironmentException("the display '" + display + "' is on another computer, where keys, pictures and the "
                    + "display's secret would travel in the clear; set DISPLAY to one of this computer, like :0");
        };
    }

    /** 91 of ":91" and of ":91.0". */
    static int number(String display) {
        return Integer.parseInt(display.substring(display.lastIndexOf(':') + 1).split("\\.")[0]);
    }

    private void greet(byte[] cookie) throws IOException {
        byte[] method = cookie.length == 0 ? new byte[0] : DisplayCookie.METHOD.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        ByteBuffer hello = request(12 + padded(method.length) + padded(cookie.length));
        hello.put((byte) 'l').put((byte) 0).putShort((short) 11).putShort((short) 0);
        hello.putShort((short) method.length).putShort((short) cookie.length).putShort((short) 0);
        hello.put(method).position(12 + padded(method.length)).put(cookie);
        write(hello.rewind());
        ByteBuffer head = read(8);
        ByteBuffer rest = read(4 * Short.toUnsignedInt(head.getShort(6)));
        if (head.get(0) != 1) {
            throw new IOException("the display refuses this program");
        }
        firstKeycode = Byte.toUnsignedInt(rest.get(26));
        lastKeycode = Byte.toUnsignedInt(rest.get(27));
        int vendor = padded(Short.toUnsignedInt(rest.getShort(16)));
        root = rest.getInt(32 + vendor + 8 * Byte.toUnsignedInt(rest.get(21)));
    }

    int root() {
        return root;
    }

    int firstKeycode() {
        return firstKeycode;
    }

    int lastKeycode() {
        return lastKeycode;
    }

    /** An empty request in the protocol's byte order, at its first byte. @param bytes a multiple of four */
    static ByteBuffer request(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int padded(int bytes) {
        return (bytes + 3) / 4 * 4;
    }

    /** Sends a request that is not answered; an error shows at the next answer. */
    void send(ByteBuffer request) {
        try {
            write(request.rewind());
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    /** Sends a request and returns its whole answer. @throws EnvironmentException if the display reports an error or is gone */
    ByteBuffer ask(ByteBuffer request) {
        try {
            write(request.rewind());
            while (true) {
                ByteBuffer head = read(32);
                switch (Byte.toUnsignedInt(head.get(0))) {
                    case 0 -> throw new EnvironmentException("the display '" + display + "' reports error " + Byte.toUnsignedInt(head.get(1))
                            + " at request " + Byte.toUnsignedInt(head.get(10)) + ": the game's window may be closed or hidden");
                    case 1 -> {
                        return whole(head);
                    }
                    default -> { } // An event that nobody asked for.
                }
            }
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    private ByteBuffer whole(ByteBuffer head) throws IOException {
        long more = 4L * Integer.toUnsignedLong(head.getInt(4));
        if (more > MOST_BYTES) {
            throw new IOException("an answer of " + more + " bytes is not to be believed");
        }
        byte[] all = Arrays.copyOf(head.array(), 32 + (int) more);
        ByteBuffer answer = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        fill(answer.position(32));
        return answer.rewind();
    }

    private ByteBuffer read(int bytes) throws IOException {
        ByteBuffer buffer = request(bytes);
        fill(buffer);
        return buffer.rewind();
    }

    private void fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("it closed the connection");
            }
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private EnvironmentException broken(IOException failure) {
        return new EnvironmentException("the display '" + display + "' is gone: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw broken(failure);
        }
    }
}
