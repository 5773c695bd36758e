package whetstone.labelling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whetstone.labelling.DatasetException;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.StateVector;

/**
 * A table beside a folder's pictures that says how was steered: a column that names the picture, one for the steering and, if it is
 * known, one for the throttle, each from -1 to 1. A picture without a row, or without a number in it, has no action. The action is the
 * steering alone, as whoever labels with a wheel says nothing of the throttle; that is a state where it is known of every picture.
 *
 * @param actions by the picture's file name
 * @param throttles by the picture's file name; of all pictures or none
 */
record FrameTable(Map<String, Action> actions, Map<String, Float> throttles) {
    /** No picture has an action. */
    static final FrameTable NONE = new FrameTable(Map.of(), Map.of());
    private static final List<String> PICTURE = List.of("picture", "image", "img", "file", "filename", "file_name", "frame", "path", "center",
            "picture_front", "cam/image_array");
    private static final List<String> STEERING = List.of("steer", "steering", "angle", "steering_angle", "user/angle");
    private static final List<String> THROTTLE = List.of("throttle", "user/throttle");

    /** The table in a folder, where there is one. @param pictures the names of those in the folder */
    static FrameTable beside(Path folder, Set<String> pictures) {
        List<Path> tables = tables(folder);
        if (tables.size() > 1) {
            throw new DatasetException(folder + " holds " + tables.size() + " tables (.csv): leave the one there that says how was steered.");
        }
        return tables.isEmpty() ? NONE : read(tables.getFirst(), pictures);
    }

    private static List<Path> tables(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv") && Files.isRegularFile(file))
                    .toList();
        } catch (IOException unreadable) {
            throw new DatasetException(folder + " can't be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    private static FrameTable read(Path file, Set<String> pictures) {
        try (CsvTable table = CsvTable.open(file)) {
            String picture = column(table, PICTURE).orElseThrow(() -> lacking(file, table, "names the picture", PICTURE));
            String steering = column(table, STEERING).orElseThrow(() -> lacking(file, table, "holds the steering", STEERING));
            Optional<String> throttle = column(table, THROTTLE);
            Map<String, Action> actions = new HashMap<>();
            Map<String, Float> throttles = new HashMap<>();
            while (table.hasNext()) {
                CsvTable.Row row = table.next();
                String name = name(row.text(picture));
                if (!pictures.contains(name)) {
                    throw new DatasetException(row.place() + ": there is no picture '" + shown(name) + "' in the folder: put it there, or take "
                            + "the row out.");
                }
                if (!row.text(steering).isEmpty() && actions.put(name, new Action(ActionSpec.STEER, number(row, steering))) != null) {
                    throw new DatasetException(row.place() + ": '" + name + "' has a row already: take one of them out.");
                }
                throttle.filter(column -> !row.text(column).isEmpty()).ifPresent(column -> throttles.put(name, number(row, column)));
            }
            return new FrameTable(Map.copyOf(actions), throttles.size() == pictures.size() ? Map.copyOf(throttles) : Map.of());
        }
    }

    /** Names of the state's values. */
    List<String> stateNames() {
        return throttles.isEmpty() ? List.of() : List.of("throttle");
    }

    StateVector state(String picture) {
        return throttles.isEmpty() ? StateVector.EMPTY : new StateVector(throttles.get(picture));
    }

    private static float number(CsvTable.Row row, String column) {
        try {
            float number = Float.parseFloat(row.text(column));
            if (Math.abs(number) <= 1) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw wrong(row, column, noNumber);
        }
        throw wrong(row, column, new NumberFormatException("out of range"));
    }

    private static DatasetException wrong(CsvTable.Row row, String column, NumberFormatException cause) {
        return new DatasetException(row.place() + ": the " + column + " is '" + shown(row.text(column)) + "', not a number from -1 to 1: correct "
                + "it, or leave the cell empty where nothing is known.", cause);
    }

    private static Optional<String> column(CsvTable table, List<String> names) {
        return names.stream().flatMap(name -> table.columns().stream().filter(column -> column.toLowerCase(Locale.ROOT).equals(name)))
                .findFirst();
    }

    private static DatasetException lacking(Path file, CsvTable table, String does, List<String> names) {
        return new DatasetException(file + " has no column that " + does + " (called " + names.stream().limit(4)
                .collect(Collectors.joining(", ")) + "), only " + shown(String.join(", ", table.columns()))
                + ": name its columns in the first row, separated by commas, or take the file out of the folder.");
    }

    /** The last part of a path as some machine wrote it. */
    private static String name(String written) {
        return written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1).strip();
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
