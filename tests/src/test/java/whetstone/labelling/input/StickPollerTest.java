package whetstone.labelling.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;

class StickPollerTest {
    private final ScheduledExecutorService drive = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "drive"));
    private final StickPoller poller = new StickPoller(drive, Ticker.SYSTEM);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /** A stick whose readings the test writes. */
    private static final class WrittenStick implements Stick {
        private final ConcurrentLinkedQueue<Reading> readings = new ConcurrentLinkedQueue<>();
        private volatile boolean broken;
        private volatile boolean closed;

        @Override
        public StickDescription description() {
            return new StickDescription("Written wheel", StickDescription.Kind.STICK, List.of("x"), List.of("a"));
        }

        @Override
        public Reading poll() {
            if (broken) {
                throw new IllegalStateException("device error 5");
            }
            Reading next = readings.poll();
            return next == null ? new Reading.Samples(List.of()) : next;
        }

        @Override
        public void close() {
            closed = true;
        }

        WrittenStick reads(float axis, long buttons) {
            readings.add(new Reading.Samples(List.of(new StickSample(7, new float[] {axis}, buttons))));
            return this;
        }
    }

    @AfterEach
    void close() {
        poller.close();
        drive.shutdown();
    }

    private void use(WrittenStick stick) {
        poller.use(stick, StickMapping.standard(stick.description()), ActionSpec.STEER);
    }

    private String next() throws InterruptedException {
        return heard.poll(5, TimeUnit.SECONDS);
    }

    @Test
    void samplesArriveOnThePollingThreadWithTheDevicesTime() throws InterruptedException {
        poller.listen((nanos, values) -> heard.add(Thread.currentThread().getName() + " " + nanos + " " + values[0]));
        use(new WrittenStick().reads(1, 0));
        assertThat(next()).isEqualTo("drive 7 1.0");
    }

    @Test
    void unpluggingIsSaidOnceInASentence() throws InterruptedException {
        poller.onFault(heard::add);
        WrittenStick stick = new WrittenStick();
        stick.readings.add(new Stick.Reading.Unplugged());
        stick.readings.add(new Stick.Reading.Unplugged());
        use(stick);
        assertThat(next()).contains("'Written wheel' was unplugged");
        assertThat(heard.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void stickThatReadsNoNumberIsSaidInASentence() throws InterruptedException {
        poller.onFault(heard::add);
        use(new WrittenStick().reads(Float.NaN, 0));
        assertThat(next()).contains("not a number");
    }

    @Test
    void pressedButtonSaysItsVerb() throws InterruptedException {
        poller.onVerb(verb -> heard.add(verb.name()));
        use(new WrittenStick().reads(0, 0).reads(0, 1).reads(0, 0));
        assertThat(next()).isEqualTo("RECORD");
    }

    @Test
    void stickThatFailsIsSaidOnce() throws InterruptedException {
        poller.onFault(heard::add);
        WrittenStick stick = new WrittenStick();
        stick.broken = true;
        use(stick);
        assertThat(next()).contains("'Written wheel' could not be read", "device error 5");
        assertThat(heard.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void stickThatFailsIsLetGo() throws InterruptedException {
        WrittenStick stick = new WrittenStick();
        poller.listen(new SampleListener() {
            @Override
            public void sample(long nanos, float[] values) {}

            @Override
            public void polled(long now) {
                if (stick.closed) {
                    heard.add("closed");
                }
            }
        });
        stick.broken = true;
        use(stick);
        assertThat(next()).isEqualTo("closed");
    }

    @Test
    void listenerThatFailsIsSaidOnce() throws InterruptedException {
        poller.onFault(heard::add);
        poller.listen(new SampleListener() {
            @Override
            public void sample(long nanos, float[] values) {}

            @Override
            public void polled(long now) {
                throw new IllegalStateException("no room");
            }
        });
        assertThat(next()).contains("no room");
        assertThat(heard.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void tapOfOnePollIsHeardWhateverTheButtonIsMappedTo() throws InterruptedException {
        poller.onButton(button -> heard.add("button " + button));
        use(new WrittenStick().reads(0, 0).reads(0, 1L << 40).reads(0, 0));
        assertThat(next()).isEqualTo("button 40");
    }

    @Test
    void keyHeldForAQuarterSecondSteersHalfWay() {
        long[] now = {0};
        KeyboardStick keyboard = new KeyboardStick(() -> now[0]);
        keyboard.poll();
        keyboard.hold(1, 0);
        now[0] = 250_000_000;
        assertThat(keyboard.poll()).isInstanceOfSatisfying(Stick.Reading.Samples.class,
                reading -> assertThat(reading.samples().getLast().axis(0)).isEqualTo(0.5f));
    }

    @Test
    void mouseAtThePicturesRightEdgeSteersFullyRight() {
        MouseStick mouse = new MouseStick(() -> 5);
        mouse.move(3, 0);
        assertThat(mouse.poll()).isInstanceOfSatisfying(Stick.Reading.Samples.class,
                reading -> assertThat(reading.samples().getLast().axis(0)).isEqualTo(1f));
    }
}
