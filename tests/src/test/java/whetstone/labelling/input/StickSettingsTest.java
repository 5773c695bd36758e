package whetstone.labelling.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StickSettingsTest {
    private static final StickDescription WHEEL =
            new StickDescription("Wheel", StickDescription.Kind.STICK, List.of("x"), List.of("a"));

    @TempDir
    private Path folder;

    @Test
    void mappingOfADeviceIsThereAtTheNextStart() {
        StickMapping changed = StickMapping.standard(WHEEL).with(AxisMapping.straight("steer", 0).withInverted(true).withExponent(2.5));
        new StickSettings(folder).save(WHEEL, changed);
        assertThat(new StickSettings(folder).mapping(WHEEL)).isEqualTo(changed);
    }

    @Test
    void fileThatIsNotUnderstoodIsKeptAside() throws IOException {
        Files.writeString(folder.resolve("sticks.json"), "{\"devices\":{\"Wheel\":{\"axes\":[{\"dimension\":\"steer\",\"deadZone\":7}]}}}");
        StickSettings settings = new StickSettings(folder);
        assertThat(settings.complaint()).get().asString().contains("sticks-not-understood.json");
        assertThat(settings.mapping(WHEEL)).isEqualTo(StickMapping.standard(WHEEL));
        assertThat(folder.resolve("sticks-not-understood.json")).exists();
    }
}
