package whetstone.app.label;

import atlantafx.base.theme.Styles;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/**
 * Says beside the steering row which line is whose: the learner's, the label's, and where labels are repaired, as they were given; with
 * the button that compares the two.
 */
final class TimelineLegend extends Group {
    private static final double LINE = 9;
    private static final double STEP = 14;
    private static final double BUTTON_X = 34;
    private static final double BUTTON_Y = -33;

    private final Group label;
    private final Group repaired;

    /** @param compare called when the button is pushed */
    TimelineLegend(Words words, Runnable compare) {
        label = entry(words.get("legend.label"), "trace-label", 1);
        repaired = new Group(entry(words.get("legend.repaired"), "trace-label", 1), entry(words.get("legend.raw"), "trace-raw", 2));
        Button button = new Button(null, new FontIcon(Feather.EYE));
        button.setId("compare");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "compare-button");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(words.get("compare.tip")));
        button.setOnAction(_ -> compare.run());
        button.relocate(BUTTON_X, BUTTON_Y);
        getChildren().addAll(button, entry(words.get("legend.learner"), "trace-learner", 0), label, repaired);
        setManaged(false);
        show(false);
    }

    private static Group entry(String name, String style, int place) {
        Line line = new Line(0, place * STEP, LINE, place * STEP);
        line.getStyleClass().add(style);
        Text text = new Text(LINE + 3, place * STEP, name);
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
