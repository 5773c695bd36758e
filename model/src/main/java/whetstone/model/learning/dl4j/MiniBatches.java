package whetstone.model.learning.dl4j;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import whetstone.model.ActionSpec;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;
import whetstone.model.policy.PolicyDescription;

/**
 * Examples as mini-batches, read one batch at a time on the thread that trains, so that memory does not grow with their number. A
 * row of labels is the wanted action and, last, the example's weight, as {@link WeightedSquaredError} reads it.
 */
@SuppressWarnings("serial") // DeepLearning4J's iterators are serialisable; this one is never written.
final class MiniBatches implements DataSetIterator {
    private final PolicyDescription description;
    private final Examples examples;
    private final int[] order;
    private final int batch;
    private final InputArray inputs;
    private int position;

    /** @param indices of the examples to read, owned by this from now on */
    MiniBatches(PolicyDescription description, Examples examples, int[] indices, int batch) {
        this.description = description;
        this.examples = examples;
        this.order = indices;
        this.batch = Math.min(batch, Math.max(1, indices.length));
        this.inputs = new InputArray(description.input(), this.batch);
    }

    /** Starts again from the first, in a new order. */
    void shuffle(RandomGenerator random) {
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int swapped = order[last];
            order[last] = order[other];
            order[other] = swapped;
        }
        reset();
    }

    int size() {
        return order.length;
    }

    @Override
    public boolean hasNext() {
        return position < order.length;
    }

    /** The next batch; its pictures are overwritten by the one after. */
    @Override
    public DataSet next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all mini-batches were read");
        }
        int rows = Math.min(batch, order.length - position);
        INDArray labels = Nd4j.create(DataType.FLOAT, rows, description.action().size() + 1);
        for (int row = 0; row < rows; row++) {
            Example example = examples.get(order[position++]);
            inputs.set(row, example.seen());
            setLabel(labels, row, example);
        }
        return new DataSet(inputs.first(rows), labels);
    }

    private void setLabel(INDArray labels, int row, Example example) {
        List<ActionSpec.Dimension> dimensions = description.action().dimensions();
        for (int column = 0; column < dimensions.size(); column++) {
            labels.putScalar(row, column, example.wanted().get(dimensions.get(column).name()));
        }
        labels.putScalar(row, dimensions.size(), example.weight());
    }

    @Override
    public DataSet next(int rows) {
        throw new UnsupportedOperationException("mini-batches have one size");
    }

    @Override
    public void reset() {
        position = 0;
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    /** Read on the training thread alone: the examples may come from a file that this thread has open. */
    @Override
    public boolean asyncSupported() {
        return false;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int inputColumns() {
        return description.input().size();
    }

    @Override
    public int totalOutcomes() {
        return description.action().size();
    }

    @Override
    public void setPreProcessor(DataSetPreProcessor preProcessor) {
        throw new UnsupportedOperationException("pictures are transformed by the policy's own input");
    }

    @Override
    public DataSetPreProcessor getPreProcessor() {
        return null;
    }

    @Override
    public List<String> getLabels() {
        return List.of();
    }
}
