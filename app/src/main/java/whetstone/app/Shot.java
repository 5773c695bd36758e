package whetstone.app;

import java.util.Locale;
import javafx.application.ColorScheme;

/** In which size, in pixels, and in which colours pictures are taken. */
record Shot(int width, int height, ColorScheme scheme) {
    /** @param what is seen, the beginning of the file's name */
    String file(String what) {
        return what + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height + ".png";
    }
}
