package whetstone.model.learning.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Mean squared error over the dimensions of an action, times the example's weight. A row of labels holds the wanted action and, last,
 * its weight: DeepLearning4J's own way to weigh an example, a label mask, also scales what the network puts out, and so trains something
 * else.
 */
final class WeightedSquaredError implements ILossFunction {
    private static final long serialVersionUID = 1;

    @Override
    public double computeScore(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, preOutput, activation, mask).sumNumber().doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        INDArray error = error(labels, preOutput, activation);
        return error.muli(error).mean(true, 1).muli(weights(labels));
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        INDArray error = error(labels, preOutput, activation);
        INDArray towardsOutput = error.muliColumnVector(weights(labels)).muli(2.0 / error.size(1));
        return activation.backprop(preOutput, towardsOutput).getFirst();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask,
                                                          boolean average) {
        return Pair.of(computeScore(labels, preOutput, activation, mask, average), computeGradient(labels, preOutput, activation, mask));
    }

    private static INDArray error(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray wanted = labels.get(NDArrayIndex.all(), NDArrayIndex.interval(0, labels.size(1) - 1));
        return activation.getActivation(preOutput.dup(), true).subi(wanted);
    }

    private static INDArray weights(INDArray labels) {
        return labels.get(NDArrayIndex.all(), NDArrayIndex.interval(labels.size(1) - 1, labels.size(1)));
    }

    @Override
    public String name() {
        return "weighted squared error";
    }
}
