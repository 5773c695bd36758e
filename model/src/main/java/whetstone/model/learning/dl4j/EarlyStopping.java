package whetstone.model.learning.dl4j;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Keeps the weights of the epoch with the smallest held-out loss, and says when it has not got smaller for as many epochs as there is
 * patience for. Without held-out examples every epoch is run and the last one counts.
 */
final class EarlyStopping {
    private final int patience;
    private int bestEpoch;
    private double bestLoss = Double.NaN;
    private Optional<INDArray> bestParameters = Optional.empty();

    EarlyStopping(int patience) {
        this.patience = Math.max(1, patience);
    }

    /** @param heldOutLoss NaN where nothing is held out */
    void consider(int epoch, double heldOutLoss, ConvolutionalNetwork network) {
        if (Double.isNaN(heldOutLoss)) {
            bestEpoch = epoch;
        } else if (!(heldOutLoss >= bestLoss)) {
            bestEpoch = epoch;
            bestLoss = heldOutLoss;
            bestParameters = Optional.of(network.network().params().dup());
        }
    }

    boolean isOver(int epoch) {
        return epoch - 1 - bestEpoch >= patience;
    }

    void restore(ConvolutionalNetwork network) {
        bestParameters.ifPresent(network.network()::setParams);
    }

    OptionalDouble loss() {
        return Double.isNaN(bestLoss) ? OptionalDouble.empty() : OptionalDouble.of(bestLoss);
    }
}
