package whetstone.app.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/**
 * The last seconds of steering: what the learner wanted (amber) over what was done, right is up. Where the person drove the line is
 * the expert's; a red line is a fall. FX thread.
 */
final class ActionTrace extends Region {
    static final double SECONDS = 10;

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Path learner = line("trace-learner");
    private final Path executed = line("trace-executed");
    private final Path person = line("trace-person");
    private final Path falls = line("trace-fall");
    private final Line zero = new Line();
    private final Rectangle clip = new Rectangle();

    ActionTrace() {
        getStyleClass().add("action-trace");
        zero.setManaged(false);
        zero.getStyleClass().add("trace-zero");
        getChildren().addAll(zero, falls, executed, learner, person);
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /** Adds a frame; one that is not after the last begins anew. */
    void add(Frame frame) {
        if (!frames.isEmpty() && frame.tick() <= frames.getLast().tick()) {
            frames.clear();
        }
        frames.addLast(frame);
        while (frames.getFirst().seconds() < frame.seconds() - SECONDS) {
            frames.removeFirst();
        }
        draw();
    }

    @Override
    protected void layoutChildren() {
        zero.setStartX(0);
        zero.setEndX(getWidth());
        zero.setStartY(getHeight() / 2);
        zero.setEndY(getHeight() / 2);
        draw();
    }

    private void draw() {
        learner.getElements().clear();
        executed.getElements().clear();
        person.getElements().clear();
        falls.getElements().clear();
        int fallen = frames.isEmpty() ? 0 : frames.getFirst().falls();
        Optional<Path> before = Optional.empty();
        for (Frame frame : frames) {
            double x = getWidth() * (1 - (frames.getLast().seconds() - frame.seconds()) / SECONDS);
            frame.learner().ifPresent(steer -> draw(learner, x, steer, false));
            Path done = switch (frame.control()) {
                case HUMAN, EXPERT -> person;
                case POLICY, UNKNOWN -> executed;
            };
            draw(done, x, frame.executed(), !before.equals(Optional.of(done)));
            before = Optional.of(done);
            if (frame.falls() > fallen) {
                falls.getElements().addAll(new MoveTo(x, 0), new LineTo(x, getHeight()));
                fallen = frame.falls();
            }
        }
    }

    private void draw(Path path, double x, double steer, boolean begins) {
        double y = getHeight() / 2 - steer * (getHeight() / 2 - 4);
        path.getElements().add(begins || path.getElements().isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
    }

    private static Path line(String style) {
        Path line = new Path();
        line.setManaged(false);
        line.getStyleClass().addAll("trace-line", style);
        return line;
    }
}
