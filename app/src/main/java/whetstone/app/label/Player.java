package whetstone.app.label;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.Replay;
import whetstone.labelling.replay.Ticker;

/** Plays the clip in view and stops at its end. What moved is read from the replay by {@link #pulse}. FX thread. */
final class Player {
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(Speeds.FIRST);
    private final Ticker ticker;
    private final Runnable changed;
    private Optional<Replay> replay = Optional.empty();
    private TickRange clip = new TickRange(0, 1);
    private double stopAt;

    /** @param changed called after every verb */
    Player(Ticker ticker, Runnable changed) {
        this.ticker = ticker;
        this.changed = changed;
    }

    ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    Optional<Replay> replay() {
        return replay;
    }

    OptionalInt tick() {
        return replay.map(now -> OptionalInt.of(now.tick())).orElse(OptionalInt.empty());
    }

    void open(OpenClip opened) {
        Replay made = new Replay(ticker, opened.length(), opened.ticksPerSecond());
        made.speed(speed.get());
        made.seek(opened.clip().from());
        replay = Optional.of(made);
        clip = opened.clip();
        stopAt = clip.to();
    }

    void close() {
        replay = Optional.empty();
        playing.set(false);
        position.set(0);
    }

    /** Follows the replay. @return whether it came to the end of what it was to play, and paused */
    boolean pulse() {
        if (replay.isEmpty()) {
            return false;
        }
        Replay now = replay.get();
        boolean ran = playing.get();
        boolean runs = now.playback().playing();
        boolean ended = runs && now.position() >= stopAt || ran && !runs && now.position() >= now.playback().length() - 1;
        if (ended) {
            now.pause();
        }
        playing.set(runs && !ended);
        position.set(now.position());
        return ended;
    }

    void playOrPause() {
        drive(now -> {
            if (!now.playback().playing()) {
                fromTheStartAtTheEnd(now);
            }
            now.toggle();
        });
    }

    void play() {
        drive(Replay::play);
    }

    void pause() {
        drive(Replay::pause);
    }

    /** Where a stroke begins: with a marked range, a second of watching before it; else here, or at the clip's end from its start. */
    void cue(Optional<TickRange> punchIn, double secondsBefore) {
        drive(now -> {
            now.pause();
            if (punchIn.isPresent()) {
                double before = secondsBefore * now.playback().ticksPerSecond() * speed.get();
                now.seek(Math.max(0, punchIn.get().from() - before));
                stopAt = punchIn.get().to();
            } else {
                fromTheStartAtTheEnd(now);
            }
        });
    }

    /** In the midst of the clip, or outside it, playing goes on from where it is. */
    private void fromTheStartAtTheEnd(Replay now) {
        double last = Math.min(clip.to(), now.playback().length() - 1) - 0.5;
        if (!now.playback().capturing() && now.position() >= last && now.position() <= clip.to() + 0.5) {
            now.seek(clip.from());
        }
        stopAt = now.position() < clip.to() ? clip.to() : Double.MAX_VALUE;
    }

    void stepBy(int ticks) {
        drive(now -> now.step(ticks));
    }

    void seek(double tick) {
        drive(now -> now.seek(Math.floor(tick)));
    }

    void toStart() {
        seek(clip.from());
    }

    void toEnd() {
        seek(clip.to() - 1.0);
    }

    void playAt(double chosen) {
        speed.set(chosen);
        drive(now -> now.speed(chosen));
    }

    void faster() {
        playAt(Speeds.at(Speeds.indexOf(speed.get()) + 1));
    }

    void slower() {
        playAt(Speeds.at(Speeds.indexOf(speed.get()) - 1));
    }

    private void drive(Consumer<Replay> verb) {
        replay.ifPresent(now -> {
            verb.accept(now);
            changed.run();
        });
    }
}
