package whetstone.model.environment.supertuxkart;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import whetstone.model.Picture;
import whetstone.model.environment.EnvironmentException;

/** The game's window on an X display: its picture out, keys in (extension XTEST). One thread. */
final class GameWindow implements AutoCloseable {
    /** Keys by their X key symbols, as the game's own defaults use them. */
    enum Key {
        LEFT(0xff51), ACCELERATE(0xff52), RIGHT(0xff53), BRAKE(0xff54), RESCUE(0xff08);

        private final int symbol;

        Key(int symbol) {
            this.symbol = symbol;
        }
    }

    private static final int QUERY_TREE = 15;
    private static final int GET_GEOMETRY = 14;
    private static final int GET_PROPERTY = 20;
    private static final int SET_INPUT_FOCUS = 42;
    private static final int GET_INPUT_FOCUS = 43;
    private static final int GET_IMAGE = 73;
    private static final int QUERY_EXTENSION = 98;
    private static final int GET_KEYBOARD_MAPPING = 101;
    private static final int WINDOW_NAME = 39;
    private static final int DEEPEST = 4;

    private final DisplayConnection display;
    private final int window;
    private final int width;
    private final int height;
    private final int testing;
    private final Map<Key, Integer> codes;
    private final Map<Key, Boolean> held = new EnumMap<>(Key.class);

    private GameWindow(DisplayConnection display, int window) {
        this.display = display;
        this.window = window;
        ByteBuffer geometry = display.ask(plain(GET_GEOMETRY, 0, window));
        this.width = Short.toUnsignedInt(geometry.getShort(16));
        this.height = Short.toUnsignedInt(geometry.getShort(18));
        this.testing = testing(display);
        this.codes = codes(display);
    }

    /** The window of that name, empty while there is none. Closing it closes the connection. */
    static Optional<GameWindow> find(DisplayConnection display, String name) {
        return find(display, display.root(), name, 0).map(window -> new GameWindow(display, window));
    }

    private static Optional<Integer> find(DisplayConnection display, int parent, String name, int depth) {
        ByteBuffer tree = display.ask(plain(QUERY_TREE, 0, parent));
        int children = Short.toUnsignedInt(tree.getShort(16));
        for (int i = 0; i < children; i++) {
            int child = tree.getInt(32 + 4 * i);
            if (name(display, child).equals(name)) {
                return Optional.of(child);
            }
            Optional<Integer> below = depth < DEEPEST ? find(display, child, name, depth + 1) : Optional.empty();
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static String name(DisplayConnection display, int window) {
        ByteBuffer request = DisplayConnection.request(24);
        request.put((byte) GET_PROPERTY).put((byte) 0).putShort((short) 6).putInt(window).putInt(WINDOW_NAME).putInt(0).putInt(0).putInt(64);
        ByteBuffer answer = display.ask(request);
        int length = answer.get(1) == 8 ? Math.min(answer.getInt(16), answer.limit() - 32) : 0;
        byte[] name = new byte[Math.max(0, length)];
        answer.get(32, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Gives the window the keyboard. */
    void focus() {
        ByteBuffer request = DisplayConnection.request(12);
        request.put((byte) SET_INPUT_FOCUS).put((byte) 1).putShort((short) 3).putInt(window).putInt(0);
        display.send(request);
        display.ask(DisplayConnection.request(4).put((byte) GET_INPUT_FOCUS).put((byte) 0).putShort((short) 1));
    }

    /** Presses or releases a key; nothing is sent where it is so already. */
    void hold(Key key, boolean down) {
        if (held.getOrDefault(key, false) == down) {
            return;
        }
        ByteBuffer request = DisplayConnection.request(36);
        request.put((byte) testing).put((byte) 2).putShort((short) 9).put((byte) (down ? 2 : 3)).put(codes.get(key).byteValue());
        display.send(request);
        held.put(key, down);
    }

    void releaseAll() {
        for (Key key : Key.values()) {
            hold(key, false);
        }
    }

    /** What the window shows now, RGB. */
    Picture picture() {
        ByteBuffer request = DisplayConnection.request(20);
        request.put((byte) GET_IMAGE).put((byte) 2).putShort((short) 5).putInt(window).putShort((short) 0).putShort((short) 0);
        request.putShort((short) width).putShort((short) height).putInt(-1);
        ByteBuffer image = display.ask(request);
        if (image.limit() < 32 + 4 * width * height) {
            throw new EnvironmentException("the display has not 24 or 32 bits for a pixel, and no other depth can be read");
        }
        byte[] rgb = new byte[3 * width * height];
        for (int pixel = 0; pixel < width * height; pixel++) {
            int blueGreenRed = 32 + 4 * pixel;
            rgb[3 * pixel] = image.get(blueGreenRed + 2);
            rgb[3 * pixel + 1] = image.get(blueGreenRed + 1);
            rgb[3 * pixel + 2] = image.get(blueGreenRed);
        }
        return new Picture(width, height, 3, rgb);
    }

    private static ByteBuffer plain(int operation, int detail, int argument) {
        return DisplayConnection.request(8).put((byte) operation).put((byte) detail).putShort((short) 2).putInt(argument);
    }

    private static int testing(DisplayConnection display) {
        byte[] name = "XTEST".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer request = DisplayConnection.request(8 + DisplayConnection.padded(name.length));
        request.put((byte) QUERY_EXTENSION).put((byte) 0).putShort((short) (request.capacity() / 4));
        request.putShort((short) name.length).putShort((short) 0).put(name);
        ByteBuffer answer = display.ask(request);
        if (answer.get(8) == 0) {
            throw new EnvironmentException("the display takes no keys from programs (extension XTEST is missing), so the game can't be steered; "
                    + "install xvfb and it is played on a display of its own");
        }
        return Byte.toUnsignedInt(answer.get(9));
    }

    private static Map<Key, Integer> codes(DisplayConnection display) {
        int first = display.firstKeycode();
        int count = display.lastKeycode() - first + 1;
        ByteBuffer request = DisplayConnection.request(8).put((byte) GET_KEYBOARD_MAPPING).put((byte) 0).putShort((short) 2);
        ByteBuffer answer = display.ask(request.put((byte) first).put((byte) count).putShort((short) 0));
        int perCode = Byte.toUnsignedInt(answer.get(1));
        Map<Key, Integer> codes = new EnumMap<>(Key.class);
        for (int i = 0; i < count * perCode; i++) {
            for (Key key : Key.values()) {
                if (answer.getInt(32 + 4 * i) == key.symbol) {
                    codes.putIfAbsent(key, first + i / perCode);
                }
            }
        }
        if (codes.size() < Key.values().length) {
            throw new EnvironmentException("the display's keyboard has no arrow keys or no backspace, so the game can't be steered");
        }
        return codes;
    }

    @Override
    public void close() {
        display.close();
    }
}
