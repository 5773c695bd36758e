package whetstone.app.commands;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whetstone.labelling.study.Estimate;
import whetstone.labelling.study.StudyReport;

/** A study as a picture: bars with their 95 % intervals for label error, autonomy and what the queue buys. Needs no display. */
final class StudyChart {
    private static final int SCALE = 2;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 560;
    private static final int TOP = 150;
    private static final int BOTTOM = HEIGHT - 96;

    private static final Color PAPER = new Color(0x0d1420);
    private static final Color INK = new Color(0xe6edf5);
    private static final Color FAINT_INK = new Color(0x8b9bb0);
    private static final Color GRID = new Color(0x1f2b3d);
    private static final Color RAW = new Color(0xf5a524);
    private static final Color REPAIRED = new Color(0x22d3ee);
    private static final Color PERFECT = new Color(0x8b9bb0);

    private final StudyReport report;
    private final Graphics2D graphics;

    private StudyChart(StudyReport report, Graphics2D graphics) {
        this.report = report;
        this.graphics = graphics;
    }

    /** One bar. @param words under it, a line each */
    private record Bar(Estimate height, Color colour, String... words) {}

    static BufferedImage of(StudyReport report) {
        BufferedImage picture = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            new StudyChart(report, graphics).draw();
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private void draw() {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        text(Font.BOLD, 19, INK, "What labels are worth: simulated humans, no human took part", 40, 40);
        text(Font.PLAIN, 13, FAINT_INK, String.format(Locale.ROOT, "%d simulated experts, Skyway at %s difficulty; means with 95 %% intervals; "
                + "lag measured to %.0f ms (95th percentile)", report.experts(), report.difficulty(),
                1000 * report.lag().percentile95().value()), 40, 64);
        panel("Label error against the true expert", "amber raw, cyan repaired", 40, 500, "%.2f", errors());
        panel("Autonomy after " + report.rounds() + " rounds", "unseen tracks, same number of labels", 560, 320, "%.2f", autonomies());
        panel("Falls per lap", String.format(Locale.ROOT, "after %.0f min on clips", report.queue().minutes()), 920, 240, "%.2f", queue());
    }

    private List<Bar> errors() {
        List<Bar> bars = new ArrayList<>();
        for (StudyReport.LabelCondition at : report.labels().conditions()) {
            String[] words = at.condition().split(", ");
            bars.add(new Bar(at.raw(), RAW, words));
            bars.add(new Bar(at.repaired(), REPAIRED, "", "", "repaired"));
        }
        return bars;
    }

    private List<Bar> autonomies() {
        List<Bar> bars = new ArrayList<>();
        for (StudyReport.Arm arm : report.driving().arms()) {
            Color colour = arm.labels().startsWith("raw") ? RAW : arm.labels().equals("perfect") ? PERFECT : REPAIRED;
            bars.add(new Bar(arm.autonomy(), colour, arm.labels().replace(" + ", ", ").split(", ")));
        }
        return bars;
    }

    private List<Bar> queue() {
        return List.of(new Bar(report.queue().before(), PERFECT, "before"), new Bar(report.queue().random(), RAW, "random", "clips"),
                new Bar(report.queue().ranked(), REPAIRED, "ranked", "queue"));
    }

    private void panel(String title, String subtitle, int left, int width, String format, List<Bar> bars) {
        text(Font.BOLD, 15, INK, title, left, 104);
        text(Font.PLAIN, 12, FAINT_INK, subtitle, left, 124);
        double most = Math.max(1e-9, bars.stream().mapToDouble(bar -> bar.height().high()).max().orElse(1) * 1.1);
        graphics.setColor(GRID);
        graphics.drawLine(left, BOTTOM, left + width, BOTTOM);
        double step = (double) width / bars.size();
        for (int i = 0; i < bars.size(); i++) {
            bar(bars.get(i), left + i * step, step, most, format);
        }
    }

    private void bar(Bar bar, double left, double step, double most, String format) {
        double middle = left + step / 2;
        double top = y(bar.height().value(), most);
        graphics.setColor(bar.colour());
        graphics.fillRect((int) (left + step * 0.14), (int) top, (int) (step * 0.72), (int) Math.ceil(BOTTOM - top));
        graphics.setColor(INK);
        graphics.setStroke(new BasicStroke(1.4f));
        graphics.drawLine((int) middle, (int) y(bar.height().high(), most), (int) middle, (int) y(bar.height().low(), most));
        centred(Font.BOLD, 12, INK, String.format(Locale.ROOT, format, bar.height().value()), middle, y(bar.height().high(), most) - 6);
        for (int i = 0; i < bar.words().length; i++) {
            centred(Font.PLAIN, 12, FAINT_INK, bar.words()[i], middle, BOTTOM + 18.0 + 16 * i);
        }
    }

    private static double y(double value, double most) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(value, 0, most) / most;
    }

    private void centred(int style, int size, Color colour, String text, double x, double y) {
        text(style, size, colour, text, x - graphics.getFontMetrics(new Font(Font.SANS_SERIF, style, size)).stringWidth(text) / 2.0, y);
    }

    private void text(int style, int size, Color colour, String text, double x, double y) {
        graphics.setFont(new Font(Font.SANS_SERIF, style, size));
        graphics.setColor(colour);
        graphics.drawString(text, (float) x, (float) y);
    }
}
