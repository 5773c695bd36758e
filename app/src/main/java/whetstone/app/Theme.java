package whetstone.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Light or dark, as the user chose or else as the system is. FX thread. */
final class Theme {
    private static final String KEY = "theme";

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final Settings settings;

    Theme(Settings settings) {
        this.settings = settings;
        show(chosen().orElseGet(() -> Platform.getPreferences().getColorScheme()));
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, system) -> {
            if (chosen().isEmpty()) {
                show(system);
            }
        });
    }

    ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    void toggle() {
        choose(dark.get() ? ColorScheme.LIGHT : ColorScheme.DARK);
    }

    void choose(ColorScheme scheme) {
        settings.set(KEY, scheme.name().toLowerCase(Locale.ROOT));
        show(scheme);
    }

    private Optional<ColorScheme> chosen() {
        return settings.get(KEY).map(name -> name.equals("light") ? ColorScheme.LIGHT : ColorScheme.DARK);
    }

    private void show(ColorScheme scheme) {
        dark.set(scheme == ColorScheme.DARK);
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
