package whetstone.model.environment.gymnasium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import whetstone.model.environment.EnvironmentException;
import whetstone.model.files.TemporaryFolder;

/**
 * The bridge as our child: a Python program from our resources, told its token on its standard input, which it also watches: when we
 * are gone it ends. It tells its port, or why it can't start, in one line on its standard output. Any thread.
 */
final class BridgeProcess implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int TOKEN_BYTES = 24;
    private static final long GRACE_MILLISECONDS = 500;

    private final Process process;
    private final TemporaryFolder folder;
    private final String token;
    private final LastWords words;
    private final AtomicBoolean closed = new AtomicBoolean();
    private int port;

    private BridgeProcess(Process process, TemporaryFolder folder, String token, LastWords words) {
        this.process = process;
        this.folder = folder;
        this.token = token;
        this.words = words;
    }

    /** @throws EnvironmentException with a sentence if Python, Gymnasium or the environment is missing */
    static BridgeProcess start(String python, GymnasiumPlace place, Duration patience) {
        TemporaryFolder folder = unpacked(place);
        String token = newToken();
        boolean listening = false;
        Optional<BridgeProcess> begun = Optional.empty();
        try {
            Process process = new ProcessBuilder(command(python, place, folder.path())).start();
            LastWords words = new LastWords(process.getErrorStream());
            begun = Optional.of(new BridgeProcess(process, folder, token, words));
            Thread.ofVirtual().start(words);
            begun.get().greet(place, python, patience);
            // Python has read its files: nothing is left behind even where we are killed.
            folder.close();
            listening = true;
            return begun.get();
        } catch (IOException missing) {
            throw new EnvironmentException("Python can't be started as '" + python + "' (" + missing.getMessage() + "). Install Python 3.9 or "
                    + "newer with Gymnasium, or say which Python has it: --python PATH, or under Watch.", missing);
        } finally {
            if (!listening) {
                begun.ifPresentOrElse(BridgeProcess::close, folder::close);
            }
        }
    }

    int port() {
        return port;
    }

    String token() {
        return token;
    }

    /** The last line that it wrote on its error stream. */
    Optional<String> lastWords() {
        return words.line();
    }

    private void greet(GymnasiumPlace place, String python, Duration patience) {
        tellToken();
        JsonNode said = announced(place, python, patience);
        if (said.has("error")) {
            throw new EnvironmentException(BridgeConnection.shown(said.get("error").asText()));
        }
        port = said.path("port").asInt();
        if (said.path("whetstone-bridge").asInt() != Bridge.PROTOCOL || port < 1 || port > 65535) {
            throw notABridge(python);
        }
    }

    private void tellToken() {
        try {
            OutputStream in = process.getOutputStream();
            in.write((token + "\n").getBytes(StandardCharsets.US_ASCII));
            in.flush();
        } catch (IOException ended) {
            System.getLogger("whetstone").log(System.Logger.Level.DEBUG, "a bridge ended at once; why is asked next", ended);
        }
    }

    private JsonNode announced(GymnasiumPlace place, String python, Duration patience) {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> firstLine(process.getInputStream()), VIRTUAL);
        try {
            String announced = line.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (announced.isEmpty()) {
                process.waitFor(GRACE_MILLISECONDS, TimeUnit.MILLISECONDS);
                throw new EnvironmentException("The bridge of '" + place.id() + "' ended before it was ready"
                        + lastWords().map(said -> "; its last words were: " + said).orElse(" and said nothing") + ". It was run by " + python
                        + ".");
            }
            return new ObjectMapper().readTree(announced);
        } catch (TimeoutException silent) {
            throw new EnvironmentException("'" + place.id() + "' was not ready within " + patience.toSeconds()
                    + " s" + lastWords().map(said -> "; its last words were: " + said).orElse("") + ".", silent);
        } catch (JsonProcessingException | ExecutionException garbled) {
            throw notABridge(python);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("The start of '" + place.id() + "' was interrupted.", interrupted);
        }
    }

    private static EnvironmentException notABridge(String python) {
        return new EnvironmentException("'" + python + "' did not start the bridge: it does not seem to be Python 3.9 or newer.");
    }

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private static String firstLine(InputStream in) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST_LINE; next = in.read()) {
                line.write(next);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static List<String> command(String python, GymnasiumPlace place, Path folder) throws JsonProcessingException {
        Map<String, Object> options = new java.util.LinkedHashMap<>();
        ObjectMapper json = new ObjectMapper();
        place.options().forEach((key, value) -> options.put(key, value(json, value)));
        Optional<String> own = Optional.ofNullable(options.remove("companion")).map(Object::toString);
        List<String> command = new ArrayList<>(List.of(python, "-u", folder.resolve(Companions.BRIDGE).toString(), "--child",
                "--environment", place.id(), "--options", json.writeValueAsString(options)));
        own.or(() -> Companions.of(place.id()).map(name -> folder.resolve(name).toString()))
                .ifPresent(companion -> command.addAll(List.of("--companion", companion)));
        return command;
    }

    /** A number or a truth value where it looks like one. */
    private static Object value(ObjectMapper json, String text) {
        try {
            JsonNode read = json.readTree(text);
            return read != null && (read.isNumber() || read.isBoolean()) ? read : text;
        } catch (JsonProcessingException plain) {
            return text;
        }
    }

    private static TemporaryFolder unpacked(GymnasiumPlace place) {
        try {
            TemporaryFolder folder = TemporaryFolder.create("whetstone-bridge");
            List<String> names = new ArrayList<>(List.of(Companions.BRIDGE));
            Companions.of(place.id()).ifPresent(names::add);
            for (String name : names) {
                try (InputStream in = BridgeProcess.class.getResourceAsStream(Companions.FOLDER + name)) {
                    Files.copy(in, folder.path().resolve(name));
                }
            }
            return folder;
        } catch (IOException full) {
            throw new EnvironmentException("The bridge can't be written to the folder for temporary files: " + full.getMessage(), full);
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(GRACE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
