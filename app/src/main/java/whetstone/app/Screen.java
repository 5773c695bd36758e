package whetstone.app;

import javafx.scene.Parent;

/** One screen of the window. Everything here is called on the FX thread. */
public interface Screen {
    /** Made once, on first use. */
    Parent node();

    /** It came into view: timers and listeners may start. */
    void shown();

    /** It left the view: timers stop, listeners are removed, nothing runs on for it. */
    void hidden();
}
