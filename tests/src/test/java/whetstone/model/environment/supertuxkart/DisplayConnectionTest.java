package whetstone.model.environment.supertuxkart;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.model.environment.EnvironmentException;

class DisplayConnectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"far.example:0", "192.0.2.1:0.0", "tcp/far.example:0"})
    void aDisplayOfAnotherComputerIsRefused(String display) {
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> DisplayConnection.open(display, new byte[16]))
                .withMessageContaining("on another computer");
    }

    @ParameterizedTest
    @ValueSource(strings = {":999", "unix:999", "localhost:999", ":nine"})
    void aDisplayThatIsNotThereIsNamed(String display) {
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> DisplayConnection.open(display, new byte[16]))
                .withMessageContaining("'" + display + "' can't be reached");
    }

    @Test
    void whatNamesNoDisplayIsSaid() {
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> DisplayConnection.open("none", new byte[0]))
                .withMessageContaining("must be like :0");
    }
}
