package whetstone.app;

import org.kordamp.ikonli.feather.Feather;

/** The places of the window in the order of the loop, and the controller check beside it. */
enum Place {
    WATCH(Feather.EYE), LABEL(Feather.EDIT_2), TRAIN(Feather.TRENDING_UP), DATA(Feather.DATABASE), CONTROLLER(Feather.TARGET);

    private final Feather icon;

    Place(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /** The key of its words, and its name in file names. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
