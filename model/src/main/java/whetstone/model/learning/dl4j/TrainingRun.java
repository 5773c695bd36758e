package whetstone.model.learning.dl4j;

import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import whetstone.model.learning.HeldOutSplit;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.PolicyVersion;

/** One training run, used once on the thread that made it. Leaves by {@link TrainingStopped} where it is cancelled or diverges. */
final class TrainingRun {
    private final Trainer.Request request;
    private final Consumer<TrainingEvent> events;
    private final BooleanSupplier cancelled;
    private final InstantSource clock;
    private final long started = System.nanoTime();
    private final ConvolutionalNetwork network;
    private final MiniBatches training;
    private final MiniBatches heldOut;
    private final RunningLoss loss = new RunningLoss();

    TrainingRun(Trainer.Request request, Consumer<TrainingEvent> events, BooleanSupplier cancelled, InstantSource clock) {
        this.request = request;
        this.events = events;
        this.cancelled = cancelled;
        this.clock = clock;
        Engine.load();
        Engine.limitCallingThread(Math.min(request.threads(), Runtime.getRuntime().availableProcessors()));
        HeldOutSplit split = HeldOutSplit.byRollout(request.examples(), request.heldOutShare(), request.seed());
        network = new ConvolutionalNetwork(request.description(), request.seed(), request.learningRate());
        training = new MiniBatches(request.description(), request.examples(), split.training(), request.batch());
        heldOut = new MiniBatches(request.description(), request.examples(), split.heldOut(), request.batch());
        network.network().setListeners(loss);
    }

    TrainingEvent finish() {
        events.accept(new TrainingEvent.Started(training.size(), heldOut.size(), request.epochs()));
        stopIfCancelled();
        Random order = new Random(request.seed());
        EarlyStopping best = new EarlyStopping(request.patience());
        for (int epoch = 1; epoch <= request.epochs() && !best.isOver(epoch); epoch++) {
            training.shuffle(order);
            loss.reset();
            network.network().fit(training);
            double heldOutLoss = heldOutLoss();
            best.consider(epoch, heldOutLoss, network);
            events.accept(new TrainingEvent.EpochDone(epoch, request.epochs(), loss.mean(), heldOutLoss, secondsLeft(epoch)));
        }
        best.restore(network);
        return new TrainingEvent.Finished(version(best.loss()), seconds());
    }

    /** Mean squared error of the actions that the network would give, inside their bounds, over the held-out examples; NaN without any. */
    private double heldOutLoss() {
        double sum = 0;
        heldOut.reset();
        while (heldOut.hasNext()) {
            DataSet batch = heldOut.next();
            sum += squaredError(network.network().output(batch.getFeatures(), false), batch.getLabels());
            stopIfCancelled();
        }
        return heldOut.size() == 0 ? Double.NaN : sum / heldOut.size();
    }

    private double squaredError(INDArray given, INDArray labels) {
        double sum = 0;
        for (int row = 0; row < given.rows(); row++) {
            for (int dimension = 0; dimension < given.columns(); dimension++) {
                float value = given.getFloat(row, dimension);
                stopUnlessFinite(value);
                double error = request.description().action().dimensions().get(dimension).clamp(value) - labels.getFloat(row, dimension);
                sum += error * error / given.columns();
            }
        }
        return sum;
    }

    private PolicyVersion version(OptionalDouble heldOutLoss) {
        return new PolicyVersion(0, request.name(), request.parent(), request.round(), request.description(), network.weights(),
                request.seed(), request.examples().size(), heldOutLoss, clock.instant());
    }

    private double seconds() {
        return (System.nanoTime() - started) * 1e-9;
    }

    private double secondsLeft(int epoch) {
        return seconds() / epoch * (request.epochs() - epoch);
    }

    private void stopIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new TrainingStopped(new TrainingEvent.Cancelled());
        }
    }

    private void stopUnlessFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new TrainingStopped(new TrainingEvent.Failed("training stopped because its loss is no number any more: lower the learning "
                    + "rate of " + request.learningRate()));
        }
    }

    /** The loss of every mini-batch just trained on, averaged over an epoch, and the place where a run can be left. */
    private final class RunningLoss extends BaseTrainingListener {
        private double sum;
        private int rows;

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            stopIfCancelled();
            stopUnlessFinite(model.score());
            sum += model.score() * model.batchSize();
            rows += model.batchSize();
        }

        void reset() {
            sum = 0;
            rows = 0;
        }

        double mean() {
            return sum / rows;
        }
    }
}
