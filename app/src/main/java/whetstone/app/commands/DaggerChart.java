package whetstone.app.commands;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import whetstone.model.world.World;

/** Falls per lap, or return per episode, against labels, as a picture: DAgger, the cloning control and the expert, each with its 95 % band. Needs no display. */
final class DaggerChart {
    private static final int SCALE = 2;
    private static final int WIDTH = 960;
    private static final int HEIGHT = 560;
    private static final int LEFT = 84;
    private static final int RIGHT = WIDTH - 130;
    private static final int TOP = 96;
    private static final int BOTTOM = HEIGHT - 72;

    private static final Color PAPER = new Color(0x0d1420);
    private static final Color INK = new Color(0xe6edf5);
    private static final Color FAINT_INK = new Color(0x8b9bb0);
    private static final Color GRID = new Color(0x1f2b3d);
    private static final Color LEARNER = new Color(0xf5a524);
    private static final Color EXPERT = new Color(0x22d3ee);
    private static final Color CLONING = new Color(0xb794f6);

    private final DaggerReport report;
    private final double least;
    private final double most;

    private DaggerChart(DaggerReport report) {
        this.report = report;
        List<DaggerReport.Point> points = report.rounds().stream().map(round -> round.headline(report.measure()))
                .flatMap(shown -> Stream.of(shown.dagger(), shown.cloning(), shown.expert())).toList();
        this.most = Math.max(0.1, points.stream().mapToDouble(DaggerReport.Point::high).max().orElse(1) * 1.08);
        this.least = Math.min(0, points.stream().mapToDouble(DaggerReport.Point::low).min().orElse(0) * 1.08);
    }

    static BufferedImage of(DaggerReport report) {
        BufferedImage picture = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            new DaggerChart(report).draw(graphics);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private void draw(Graphics2D graphics) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        title(graphics);
        grid(graphics);
        series(graphics, CLONING, DaggerReport.Headline::cloning, false);
        series(graphics, LEARNER, DaggerReport.Headline::dagger, false);
        series(graphics, EXPERT, DaggerReport.Headline::expert, true);
        names(graphics);
    }

    private void title(Graphics2D graphics) {
        text(graphics, Font.BOLD, 19, INK, switch (report.measure()) {
            case FALLS_PER_LAP -> "Falls per lap on " + report.where();
            case RETURN_PER_EPISODE -> "Return per episode from starts that were never trained on";
        }, LEFT, 40);
        text(graphics, Font.PLAIN, 13, FAINT_INK, String.format(Locale.ROOT, switch (report.measure()) {
            case FALLS_PER_LAP -> "%s %s, %s policy; interquartile mean of %d seeds with 95 %% interval, %d laps for each point";
            case RETURN_PER_EPISODE -> "%s %s, %s policy; mean of %d seeds with 95 %% interval, %d episodes for each point";
        }, report.environment(), report.place(), report.policy(), report.seeds(), report.rounds().getFirst().dagger().laps()), LEFT, 64);
    }

    private void grid(Graphics2D graphics) {
        double step = step();
        for (double value = Math.ceil(least / step) * step; value <= most; value += step) {
            graphics.setColor(GRID);
            graphics.setStroke(new BasicStroke(1));
            graphics.drawLine(LEFT, (int) y(value), RIGHT, (int) y(value));
            String label = String.format(Locale.ROOT, step < 0.1 ? "%.2f" : step < 5 ? "%.1f" : "%.0f", value);
            text(graphics, Font.PLAIN, 13, FAINT_INK, label, LEFT - 12 - width(graphics, label), y(value) + 4.5);
        }
        int every = (report.rounds().size() + 9) / 10;
        for (int index = every - 1; index < report.rounds().size(); index += every) {
            String label = String.format(Locale.ROOT, "%,d", report.rounds().get(index).labels());
            text(graphics, Font.PLAIN, 13, FAINT_INK, label, x(index) - width(graphics, label) / 2.0, BOTTOM + 24);
        }
        String axis = "labels (" + report.stepsPerRound() + " a round)";
        text(graphics, Font.PLAIN, 13, FAINT_INK, axis, (LEFT + RIGHT - width(graphics, axis)) / 2.0, BOTTOM + 50);
    }

    private double step() {
        double rough = (most - least) / 6;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return List.of(1.0, 2.0, 5.0, 10.0).stream().map(factor -> factor * power).filter(step -> step >= rough).findFirst()
                .orElse(10 * power);
    }

    private void series(Graphics2D graphics, Color colour, Function<DaggerReport.Headline, DaggerReport.Point> of,
                        boolean dashed) {
        List<DaggerReport.Point> values = report.rounds().stream().map(round -> of.apply(round.headline(report.measure()))).toList();
        Path2D band = new Path2D.Double();
        Path2D line = new Path2D.Double();
        for (int i = 0; i < values.size(); i++) {
            add(band, i, values.get(i).high());
            add(line, i, values.get(i).value());
        }
        for (int i = values.size() - 1; i >= 0; i--) {
            band.lineTo(x(i), y(values.get(i).low()));
        }
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 46));
        graphics.fill(band);
        graphics.setColor(colour);
        graphics.setStroke(dashed ? new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {2, 6}, 0)
                : new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(line);
        for (int i = 0; i < values.size() && !dashed; i++) {
            graphics.fill(new Ellipse2D.Double(x(i) - 4, y(values.get(i).value()) - 4, 8, 8));
        }
    }

    /** Names at the curves' ends, moved apart where they would lie on each other. */
    private void names(Graphics2D graphics) {
        DaggerReport.Headline last = report.rounds().getLast().headline(report.measure());
        double cloning = y(last.cloning().value());
        double dagger = Math.min(y(last.dagger().value()), BOTTOM - 14.0);
        if (Math.abs(cloning - dagger) < 20) {
            cloning = dagger - 20;
        }
        double expert = y(last.expert().value());
        expert = report.measure() == World.Measure.FALLS_PER_LAP ? Math.max(expert, dagger + 20) : Math.min(expert, Math.min(dagger, cloning) - 20);
        text(graphics, Font.BOLD, 14, CLONING, "cloning", RIGHT + 14.0, cloning + 5);
        text(graphics, Font.BOLD, 14, LEARNER, "DAgger", RIGHT + 14.0, dagger + 2);
        text(graphics, Font.BOLD, 14, EXPERT, "expert", RIGHT + 14.0, expert + 2);
    }

    private static void text(Graphics2D graphics, int style, int size, Color colour, String text, double x, double y) {
        graphics.setFont(new Font(Font.SANS_SERIF, style, size));
        graphics.setColor(colour);
        graphics.drawString(text, (float) x, (float) y);
    }

    private static int width(Graphics2D graphics, String text) {
        FontMetrics metrics = graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        return metrics.stringWidth(text);
    }

    private void add(Path2D path, int index, double value) {
        if (index == 0) {
            path.moveTo(x(index), y(value));
        } else {
            path.lineTo(x(index), y(value));
        }
    }

    private double x(int index) {
        int rounds = report.rounds().size();
        return rounds == 1 ? (LEFT + RIGHT) / 2.0 : LEFT + 16 + (RIGHT - LEFT - 32.0) * index / (rounds - 1);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (Math.min(value, most) - least) / (most - least);
    }
}
