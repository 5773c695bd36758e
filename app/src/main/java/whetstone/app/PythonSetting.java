package whetstone.app;

import java.util.function.Consumer;

/** Which Python has Gymnasium. Chosen on the FX thread; read by whichever thread opens an environment. */
public final class PythonSetting {
    private static final String KEY = "python";

    private final Consumer<String> keep;
    private volatile String command;

    /** @param keep remembers what was chosen for the next start */
    public PythonSetting(String command, Consumer<String> keep) {
        this.command = command;
        this.keep = keep;
    }

    static PythonSetting of(Settings settings, String usual) {
        return new PythonSetting(settings.get(KEY).orElse(usual), chosen -> settings.set(KEY, chosen));
    }

    /** Its command or path. Any thread. */
    public String command() {
        return command;
    }

    /** FX thread. */
    public void choose(String chosen) {
        if (!chosen.isBlank() && !chosen.strip().equals(command)) {
            command = chosen.strip();
            keep.accept(command);
        }
    }
}
