package whetstone.labelling.exchange.lerobot;

import java.util.Optional;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.model.Action;
import whetstone.model.ActionSpec;

/** Vectors of a frame, checked. */
final class Numbers {
    private Numbers() {}

    /** @throws DatasetException unless there are exactly so many */
    static float[] of(Row row, String column, int size) {
        float[] numbers = row.numbers(column).orElseThrow(() -> new DatasetException(row.place() + ": column '" + column + "' is empty."));
        if (numbers.length != size) {
            throw new DatasetException(row.place() + ": column '" + column + "' holds " + numbers.length + " numbers, not " + size + ".");
        }
        return numbers;
    }

    /** Empty where the column is not there, or nobody gave an action (NaN). */
    static Optional<Action> action(Row row, String column, ActionSpec spec) {
        if (row.numbers(column).isEmpty()) {
            return Optional.empty();
        }
        float[] numbers = of(row, column, spec.size());
        for (float number : numbers) {
            if (Float.isNaN(number)) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new Action(spec, numbers));
        } catch (IllegalArgumentException outside) {
            throw new DatasetException(row.place() + ": the action in column '" + column + "', " + outside.getMessage() + ".", outside);
        }
    }
}
