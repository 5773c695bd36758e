package whetstone.labelling.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import whetstone.labelling.DatasetException;
import whetstone.model.EnvironmentSpec;

/**
 * Which column of a driving log holds what, and how a row is read by it.
 *
 * @param names lower case, as the header has them or as the simulator orders them
 * @param header whether the first row is one
 */
record UdacityColumns(List<String> names, boolean header) {
    private static final List<String> SEVEN = List.of("center", "left", "right", "steering", "throttle", "brake", "speed");
    private static final List<String> FOUR = SEVEN.subList(0, 4);
    private static final List<String> MEASURED = List.of("speed", "throttle", "brake");
    private static final int MOST_COLUMNS = 100;
    /** What the simulator's printing in seven digits can add to a bound. */
    private static final double ROUNDING = 1e-5;

    static UdacityColumns of(CSVRecord first, String place) {
        List<String> names = new ArrayList<>();
        first.forEach(name -> names.add(name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT)));
        if (names.size() <= MOST_COLUMNS && names.contains("center") && names.contains("steering")) {
            return new UdacityColumns(List.copyOf(names), true);
        }
        // More columns than names: numbers cut in two at their decimal commas.
        return switch (first.size()) {
            case 7, 8, 9, 10, 11 -> new UdacityColumns(SEVEN, false);
            case 4, 5 -> new UdacityColumns(FOUR, false);
            default -> throw wrongCount(first, place, "7 (" + String.join(", ", SEVEN) + ") or 4");
        };
    }

    /** Names of the state's values that the file measures. */
    List<String> measured() {
        return MEASURED.stream().filter(names::contains).map(name -> name.equals("speed") ? EnvironmentSpec.SPEED : name).toList();
    }

    UdacityLog.Row row(CSVRecord record, String place) {
        List<String> cells = cells(record, place);
        double steering = number(cells, "steering", place);
        if (Math.abs(steering) > 1 + ROUNDING) {
            throw new DatasetException(place + ": the steering is " + steering + ", outside -1 to 1: correct it, or take the row out.");
        }
        List<Float> measured = new ArrayList<>();
        for (String name : MEASURED) {
            if (names.contains(name)) {
                double scale = name.equals("speed") ? UdacityLog.METRES_PER_SECOND_IN_A_MILE_PER_HOUR : 1;
                measured.add((float) (number(cells, name, place) * scale));
            }
        }
        return new UdacityLog.Row(record.getRecordNumber(), text(cells, "center"), text(cells, "left"), text(cells, "right"),
                (float) Math.clamp(steering, -1, 1), List.copyOf(measured));
    }

    /** A cell per column. */
    private List<String> cells(CSVRecord record, String place) {
        List<String> cells = record.stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
        if (cells.size() == names.size()) {
            return cells;
        }
        return (cells.size() > names.size() ? DecimalCommas.joined(names, cells) : Optional.<List<String>>empty())
                .orElseThrow(() -> wrongCount(record, place, String.valueOf(names.size())));
    }

    private String text(List<String> cells, String name) {
        int index = names.indexOf(name);
        return index < 0 ? "" : cells.get(index);
    }

    private double number(List<String> cells, String name, String place) {
        String written = text(cells, name);
        double number;
        try {
            number = Double.parseDouble(written.replace(',', '.'));
        } catch (NumberFormatException noNumber) {
            throw noNumber(place, name, written, noNumber);
        }
        if (!Float.isFinite((float) number)) {
            throw noNumber(place, name, written, new NumberFormatException(written));
        }
        return number;
    }

    private static DatasetException noNumber(String place, String name, String written, NumberFormatException cause) {
        return new DatasetException(place + ": the " + name + " is '" + written + "', not a number: correct it, or take the row out.", cause);
    }

    private static DatasetException wrongCount(CSVRecord record, String place, String wanted) {
        return new DatasetException(place + ": there are " + record.size() + " columns, not " + wanted
                + ". Where numbers are written with decimal commas and a row can be read in more than one way, separate the columns with "
                + "semicolons or put the numbers in quotes.");
    }
}
