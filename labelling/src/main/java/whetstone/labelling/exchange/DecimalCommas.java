package whetstone.labelling.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts numbers together again that a driving log cut in two: where the computer's language writes 0,25 for a quarter, the simulator
 * separates columns and decimals by the same comma. A row is read only where one reading alone is possible: the simulator writes no
 * leading zero before and no trailing zero behind a decimal comma, steering lies in [-1, 1], throttle and brake in [0, 1], speed in
 * [0, 200] miles per hour.
 */
final class DecimalCommas {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d*)(E[-+]?\\d+)?");
    private static final Pattern BEFORE = Pattern.compile("-?(0|[1-9]\\d*)");
    private static final Pattern BEHIND = Pattern.compile("\\d*[1-9](E[-+]?\\d+)?");
    private static final double ROUNDING = 1e-5;
    private static final Map<String, Bounds> NUMBERS = Map.of("steering", new Bounds(-1, 1), "throttle", new Bounds(0, 1),
            "brake", new Bounds(0, 1), "speed", new Bounds(0, 200));

    private final List<String> names;
    private final List<String> cells;
    private final List<List<String>> readings = new ArrayList<>();

    private DecimalCommas(List<String> names, List<String> cells) {
        this.names = names;
        this.cells = cells;
    }

    /**
     * @param names of the columns
     * @param cells of the row, more than there are columns
     * @return a cell per column, decimal commas made points; empty where no reading or more than one is possible
     */
    static Optional<List<String>> joined(List<String> names, List<String> cells) {
        DecimalCommas row = new DecimalCommas(names, cells);
        row.read(0, List.of());
        return row.readings.size() == 1 ? Optional.of(row.readings.getFirst()) : Optional.empty();
    }

    private void read(int cell, List<String> before) {
        int column = before.size();
        if (column == names.size()) {
            if (cell == cells.size()) {
                readings.add(before);
            }
            return;
        }
        Bounds bounds = NUMBERS.get(names.get(column));
        if (cell < cells.size() && (bounds == null || WHOLE.matcher(cells.get(cell)).matches() && bounds.hold(cells.get(cell)))) {
            read(cell + 1, with(before, cells.get(cell)));
        }
        if (bounds != null && cell + 1 < cells.size() && BEFORE.matcher(cells.get(cell)).matches()
                && BEHIND.matcher(cells.get(cell + 1)).matches()) {
            String number = cells.get(cell) + "." + cells.get(cell + 1);
            if (bounds.hold(number)) {
                read(cell + 2, with(before, number));
            }
        }
    }

    private static List<String> with(List<String> before, String next) {
        List<String> longer = new ArrayList<>(before);
        longer.add(next);
        return longer;
    }

    private record Bounds(double least, double most) {
        boolean hold(String number) {
            double value = Double.parseDouble(number);
            return value >= least - ROUNDING && value <= most + ROUNDING;
        }
    }
}
