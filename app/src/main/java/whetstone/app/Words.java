package whetstone.app;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one screen, from {@code whetstone/messages/<screen>.properties}. Immutable, any thread. */
public final class Words {
    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Words of(String screen) {
        return new Words(ResourceBundle.getBundle("whetstone.messages." + screen, Locale.ROOT));
    }

    /** The text of a key. @throws java.util.MissingResourceException where there is none */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text of a key with its places filled in, as {@link String#format} does. */
    public String get(String key, Object... arguments) {
        return String.format(Locale.ROOT, bundle.getString(key), arguments);
    }
}
