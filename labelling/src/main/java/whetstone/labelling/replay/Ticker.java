package whetstone.labelling.replay;

/** A clock of nanoseconds, as {@link System#nanoTime}; a parameter wherever time matters, so that tests own it. */
@FunctionalInterface
public interface Ticker {
    Ticker SYSTEM = System::nanoTime;

    long nanos();
}
