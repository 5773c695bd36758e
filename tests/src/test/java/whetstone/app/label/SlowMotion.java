package whetstone.app.label;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import whetstone.labelling.Dataset;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickMapping;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Replay;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;
import whetstone.model.Rollout;

/**
 * Labels a recording from its begin to its end in one stroke, as the Label screen does it, in a time that the test owns: the stick is
 * polled every 4 ms of that time, and minutes of labelling pass in a moment.
 */
public final class SlowMotion {
    private static final long POLL_NANOS = 4_000_000;

    private final PolledThread drive = new PolledThread();
    private final Dataset dataset;
    private final double speed;
    private long now;

    /** @param speed times real time */
    public SlowMotion(Dataset dataset, double speed) {
        this.dataset = dataset;
        this.speed = speed;
    }

    /** @param hand a stick that is turned while it watches the replay */
    public void label(long id, BiFunction<Replay, Ticker, Stick> hand) {
        Rollout rollout = dataset.rollout(id);
        ActionSpec action = rollout.info().environment().action();
        double ticksPerSecond = rollout.info().environment().ticksPerSecond();
        Replay replay = new Replay(this::nanos, rollout.length(), ticksPerSecond);
        replay.speed(speed);
        Stick stick = hand.apply(replay, this::nanos);
        Hand listening = new Hand(drive, this::nanos, () -> { }, sentence -> {
            throw new IllegalStateException(sentence);
        });
        try (StickPoller poller = new StickPoller(drive, this::nanos)) {
            poller.listen(listening);
            poller.use(stick, StickMapping.standard(stick.description()), action);
            drive.poll();
            listening.begin(dataset, new StrokeRecorder.Head(id, "E", stick.description().name(), Instant.EPOCH, ticksPerSecond, action),
                    replay, Optional.empty()).join();
            replay.play();
            while (replay.playback().playing()) {
                now += POLL_NANOS;
                drive.poll();
            }
            listening.end().join();
        }
    }

    private long nanos() {
        return now;
    }

    /** The drive thread, whose periodic task runs when the test says so. */
    private static final class PolledThread extends ScheduledThreadPoolExecutor {
        private Runnable periodic = () -> { };

        PolledThread() {
            super(0);
        }

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
            periodic = task;
            ScheduledFuture<?> never = schedule(() -> { }, 1, TimeUnit.DAYS);
            never.cancel(false);
            return never;
        }

        void poll() {
            periodic.run();
        }
    }
}
