package whetstone.app.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/** Draws on a timeline what trials said of the ticks that they began at: a check, a cross or a dash, and a word. FX thread. */
final class TrialMarkShapes {
    private static final double RADIUS = 7;
    private static final double GAP = 5;

    private final TrialWording wording;
    private final double middle;
    private final double foot;

    /**
     * @param middle where their discs are, in pixels from the top
     * @param foot where the lines end that lead down from them
     */
    TrialMarkShapes(TrialWording wording, double middle, double foot) {
        this.wording = wording;
        this.middle = middle;
        this.foot = foot;
    }

    List<Node> draw(List<TrialMark> marks, TimelineScale scale) {
        List<Node> nodes = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (TrialMark mark : marks.stream().sorted(Comparator.comparingInt(TrialMark::tick)).toList()) {
            double x = scale.x(mark.tick());
            if (x >= 0 && x <= scale.width()) {
                Line pole = new Line(Math.round(x) + 0.5, middle, Math.round(x) + 0.5, foot);
                pole.getStyleClass().addAll("tried-pole", mark.ofPolicyAlone() ? "policy" : "labels");
                nodes.addFirst(pole);
                Group drawn = draw(mark, Math.max(x, free));
                nodes.add(drawn);
                free = drawn.getLayoutBounds().getMaxX() + RADIUS + GAP;
            }
        }
        return nodes;
    }

    private Group draw(TrialMark mark, double x) {
        String style = TrialWording.style(mark.outcome());
        Circle disc = new Circle(x, middle, RADIUS);
        disc.getStyleClass().addAll("tried-disc", style, mark.ofPolicyAlone() ? "policy" : "labels");
        Polyline sign = sign(style, x);
        sign.getStyleClass().add("tried-sign");
        Text word = new Text(x + RADIUS + GAP, middle, wording.mark(mark));
        word.setTextOrigin(VPos.CENTER);
        word.getStyleClass().addAll("mark-text", "tried-text", style);
        Group group = new Group(disc, sign, word);
        group.setId("tried-" + mark.tick());
        Tooltip.install(group, new Tooltip(wording.tooltip(mark)));
        return group;
    }

    private Polyline sign(String style, double x) {
        return switch (style) {
            case "recovers" -> new Polyline(x - 3, middle, x - 1, middle + 2.5, x + 3.5, middle - 2.5);
            case "unfinished" -> new Polyline(x - 3, middle, x + 3, middle);
            default -> new Polyline(x - 2.5, middle - 2.5, x + 2.5, middle + 2.5, x, middle, x - 2.5, middle + 2.5, x + 2.5, middle - 2.5);
        };
    }
}
