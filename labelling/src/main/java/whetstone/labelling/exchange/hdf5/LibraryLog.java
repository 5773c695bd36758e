package whetstone.labelling.exchange.hdf5;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The library logs every dataset it touches, and warns of what it read all the same; what is wrong is said by exceptions. */
final class LibraryLog {
    /** java.util.logging holds its loggers weakly: this keeps the level that was set. */
    private static final Logger LIBRARY = Logger.getLogger("io.jhdf");

    private LibraryLog() {}

    static void quieten() {
        LIBRARY.setLevel(Level.SEVERE);
    }
}
