package whetstone.app.commands;

import java.util.Optional;
import picocli.CommandLine.Option;
import whetstone.model.world.GymnasiumKind;

/** What a command may be told about Gymnasium. */
final class GymnasiumOptions {
    @Option(names = "--python", paramLabel = "PYTHON",
            description = "The Python that has Gymnasium, for --environment gymnasium:...; python3 where nothing is said.")
    private Optional<String> python = Optional.empty();

    GymnasiumKind kind() {
        return new GymnasiumKind(() -> python.orElseGet(GymnasiumKind::usualPython),
                () -> Optional.ofNullable(System.getenv(GymnasiumKind.TOKEN_VARIABLE)));
    }
}
