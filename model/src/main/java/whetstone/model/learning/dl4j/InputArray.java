package whetstone.model.learning.dl4j;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import whetstone.model.Observation;
import whetstone.model.policy.InputTransform;
import whetstone.model.policy.PolicyInput;

/**
 * What a network sees, batch x channel x row x column, in one array that is filled again and again: a new array for every batch would
 * cost five times the time and grow the process. Owned by one thread.
 */
final class InputArray {
    private final InputTransform transform;
    private final int perRow;
    private final float[] values;
    private final INDArray array;

    InputArray(PolicyInput input, int rows) {
        transform = new InputTransform(input);
        perRow = input.size();
        values = new float[Math.multiplyExact(rows, perRow)];
        array = Nd4j.create(DataType.FLOAT, rows, 3, input.height(), input.width());
    }

    void set(int row, Observation seen) {
        transform.fill(seen, values, row * perRow);
    }

    /** The first rows as they were set last; changed by the next call. */
    INDArray first(int rows) {
        Nd4j.getAffinityManager().ensureLocation(array, AffinityManager.Location.HOST);
        ((FloatPointer) array.data().pointer()).put(values, 0, rows * perRow);
        Nd4j.getAffinityManager().tagLocation(array, AffinityManager.Location.HOST);
        return rows == array.size(0) ? array : array.get(NDArrayIndex.interval(0, rows));
    }
}
