package whetstone.labelling.input.jinput;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import whetstone.labelling.input.Stick;
import whetstone.labelling.replay.Ticker;

/**
 * A process of its own that says what it sees of the first stick, a line each: "stick", then "sample AGE-IN-MICROSECONDS AXES BUTTONS"
 * until it is unplugged, then what rescans within a second find. JInput keeps its state for a process's whole life, so every test gets a fresh one.
 */
public final class StickWitness {
    private static final long MOST_SECONDS = 20;
    private static final int RESCANS = 10;

    private StickWitness() {}

    public static void main(String[] arguments) {
        JInputSticks sticks = new JInputSticks(Ticker.SYSTEM);
        report(sticks);
        int found = 0;
        for (int rescan = 0; rescan < RESCANS && found == 0; rescan++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            found = sticks.scan().join().sticks().size();
        }
        System.out.println("rescan " + found);
        System.exit(0);
    }

    private static void report(JInputSticks sticks) {
        JInputSticks.Found found = sticks.scan().join();
        found.complaint().ifPresent(sentence -> System.out.println("complaint " + sentence));
        if (found.sticks().isEmpty()) {
            System.out.println("none");
            return;
        }
        Stick stick = found.sticks().getFirst();
        System.out.println("stick " + stick.description().name() + " axes " + stick.description().axes().size()
                + " buttons " + stick.description().buttons().size());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (System.nanoTime() < end) {
            switch (stick.poll()) {
                case Stick.Reading.Samples(var samples) -> samples.forEach(sample ->
                        System.out.printf("sample %d %.4f %s%n", (System.nanoTime() - sample.nanos()) / 1000, sample.axis(0),
                                Long.toBinaryString(sample.buttons())));
                case Stick.Reading.Unplugged() -> {
                    System.out.println("unplugged");
                    return;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(4));
        }
    }
}
