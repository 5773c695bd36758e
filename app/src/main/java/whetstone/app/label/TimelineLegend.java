package whetstone.app.label;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import whetstone.app.Words;

/** Says beside the steering row which line is whose: the learner's, the label's, and where labels are repaired, as they were given. */
final class TimelineLegend extends Group {
    private static final double LINE = 13;
    private static final double STEP = 14;

    private final Group label;
    private final Group repaired;

    TimelineLegend(Words words) {
        label = entry(words.get("legend.label"), "trace-label", 1);
        repaired = new Group(entry(words.get("legend.repaired"), "trace-label", 1), entry(words.get("legend.raw"), "trace-raw", 2));
        getChildren().addAll(entry(words.get("legend.learner"), "trace-learner", 0), label, repaired);
        setManaged(false);
        show(false);
    }

    private static Group entry(String name, String style, int place) {
        Line line = new Line(0, place * STEP, LINE, place * STEP);
        line.getStyleClass().add(style);
        Text text = new Text(LINE + 4, place * STEP, name);
        text.setTextOrigin(VPos.CENTER);
        text.getStyleClass().add("legend-text");
        return new Group(line, text);
    }

    /** @param anyRepaired whether labels are drawn both repaired and as they were given */
    void show(boolean anyRepaired) {
        label.setVisible(!anyRepaired);
        repaired.setVisible(anyRepaired);
    }
}
