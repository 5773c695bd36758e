package whetstone.model.policy.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyJson;

/** The program that a model on probation runs in: acts on a few pictures and prints how long one took, or why it can't. */
final class ProbationProgram {
    static final String PASSED = "passed ";
    static final String REFUSED = "refused ";
    private static final int NOISE = 8;

    private ProbationProgram() {}

    /** @param arguments the model's file and that of its description */
    public static void main(String[] arguments) throws IOException {
        byte[] model = Files.readAllBytes(Path.of(arguments[0]));
        PolicyDescription description = PolicyJson.read(Files.readString(Path.of(arguments[1])));
        try (Policy policy = new ForeignPolicy(description, ForeignModel.of(model))) {
            System.out.println(PASSED + String.format(Locale.ROOT, "%.3f", milliseconds(policy, pictures(description.input()))));
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            System.out.println(REFUSED + unfit.getMessage().replaceAll("\\s+", " "));
        }
        System.exit(0);
    }

    /** The median. */
    private static double milliseconds(Policy policy, List<Observation> pictures) {
        long[] nanos = new long[pictures.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            policy.act(pictures.get(i));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] * 1e-6;
    }

    /** Black, white and noise. */
    private static List<Observation> pictures(PolicyInput input) {
        List<Observation> pictures = new ArrayList<>();
        for (int i = 0; i < NOISE + 2; i++) {
            byte[] samples = new byte[input.size()];
            switch (i) {
                case 0 -> { }
                case 1 -> Arrays.fill(samples, (byte) 255);
                default -> new SplittableRandom(i).nextBytes(samples);
            }
            pictures.add(new Observation(Map.of(input.camera(), new Picture(input.width(), input.height(), 3, samples)), StateVector.EMPTY));
        }
        return pictures;
    }
}
