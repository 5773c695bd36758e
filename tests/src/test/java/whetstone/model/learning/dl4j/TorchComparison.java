package whetstone.model.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import whetstone.model.ActionSpec;
import whetstone.model.policy.Network;
import whetstone.model.policy.Networks;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;

/**
 * DeepLearning4J against PyTorch: the same networks from the same weights on the same mini-batch, in turn, one thread each. Not part of
 * the test suite, which finds classes by their name; run by {@code tests/benchmarks/against-pytorch}.
 */
class TorchComparison {
    private static final String PYTHON = Optional.ofNullable(System.getenv("PYTHON")).orElse("/usr/bin/python3");
    private static final int BATCH = 64;
    private static final int ROUNDS = 6;
    private static final double LEARNING_RATE = 1e-4;

    @TempDir
    private Path folder;

    @Test
    void smallNetwork() throws IOException {
        compare("small CNN 40 x 30", Networks.smallConvolutionalPolicy("front", ActionSpec.STEER), 40);
    }

    @Test
    void dave2() throws IOException {
        PolicyInput input = new PolicyInput("front", 200, 66, PolicyInput.ColourSpace.RGB);
        compare("DAVE-2 200 x 66", new PolicyDescription(input, Networks.dave2(), ActionSpec.STEER), 5);
    }

    private void compare(String name, PolicyDescription description, int batches) throws IOException {
        Engine.load();
        Engine.limitCallingThread(1);
        ConvolutionalNetwork network = new ConvolutionalNetwork(description, 5, LEARNING_RATE);
        float[] pictures = random(BATCH * description.input().size(), 1);
        float[] actions = random(BATCH * description.action().size(), 2);
        Optional<TorchProcess> started = TorchProcess.start(PYTHON, question(description, network, pictures, actions));
        if (started.isEmpty()) {
            System.out.println("PyTorch was not found in " + PYTHON + ", so there is nothing to compare with: on Debian install python3-torch, "
                    + "elsewhere name a Python that has it in PYTHON.");
        }
        Assumptions.assumeTrue(started.isPresent());
        try (TorchProcess torch = started.get()) {
            print(name, torch, inTurn(torch, network.network(), batch(description, pictures, actions), batches), batches);
        }
    }

    /** One round to warm up, then rounds of DeepLearning4J and PyTorch in turn, so that a busy machine slows both. */
    private static TorchProcess.Measured[] inTurn(TorchProcess torch, MultiLayerNetwork network, DataSet batch, int batches) throws IOException {
        TorchProcess.Measured warmed = train(network, batch, batches);
        assertThat(torch.train(batches).loss()).as("loss of both after the same steps").isCloseTo(warmed.loss(), within(1e-3));
        TorchProcess.Measured ours = new TorchProcess.Measured(0, 0, 0);
        TorchProcess.Measured theirs = ours;
        for (int round = 0; round < ROUNDS; round++) {
            ours = ours.plus(train(network, batch, batches));
            theirs = theirs.plus(torch.train(batches));
        }
        return new TorchProcess.Measured[] {ours, theirs};
    }

    private static TorchProcess.Measured train(MultiLayerNetwork network, DataSet batch, int batches) {
        long wall = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        network.fit(new ExistingDataSetIterator(Collections.nCopies(batches, batch)));
        return new TorchProcess.Measured((System.nanoTime() - wall) * 1e-9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) * 1e-9, network.score());
    }

    private static void print(String name, TorchProcess torch, TorchProcess.Measured[] measured, int batches) {
        double images = (double) ROUNDS * batches * BATCH;
        System.out.printf("%-18s DeepLearning4J %7.0f images/s (%5.0f us of one core each) | PyTorch %s %7.0f images/s (%5.0f us) | "
                        + "ratio %.2f by the clock, %.2f by processor time%n", name, images / measured[0].wall(),
                measured[0].processor() / images * 1e6, torch.version(), images / measured[1].wall(), measured[1].processor() / images * 1e6,
                measured[1].wall() / measured[0].wall(), measured[1].processor() / measured[0].processor());
    }

    private Map<String, Object> question(PolicyDescription description, ConvolutionalNetwork network, float[] pictures, float[] actions)
            throws IOException {
        Network.Convolutional convolutional = (Network.Convolutional) description.network();
        List<int[]> convolutions = convolutional.convolutions().stream()
                .map(convolution -> new int[] {convolution.filters(), convolution.kernel(), convolution.stride()}).toList();
        return Map.of("width", description.input().width(), "height", description.input().height(), "convolutions", convolutions,
                "dense", convolutional.dense(), "outputs", description.action().size(), "batch", BATCH, "learningRate", LEARNING_RATE,
                "threads", 1, "files", Map.of("weights", file("weights", network.weights().toArray()), "pictures", file("pictures", pictures),
                        "actions", file("actions", actions)));
    }

    private String file(String name, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(values);
        return Files.write(folder.resolve(name), bytes.array()).toString();
    }

    private static DataSet batch(PolicyDescription description, float[] pictures, float[] actions) {
        PolicyInput input = description.input();
        return new DataSet(Nd4j.create(pictures, new long[] {BATCH, 3, input.height(), input.width()}, 'c'),
                Nd4j.concat(1, Nd4j.create(actions, new long[] {BATCH, description.action().size()}, 'c'), Nd4j.ones(DataType.FLOAT, BATCH, 1)));
    }

    private static float[] random(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return values;
    }
}
