package whetstone.model.policy.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import whetstone.model.ActionSpec;
import whetstone.model.policy.ForeignMapping;
import whetstone.model.policy.ForeignMapping.Colours;
import whetstone.model.policy.ForeignMapping.Layout;
import whetstone.model.policy.ForeignMapping.Range;
import whetstone.model.policy.ForeignMapping.Source;
import whetstone.model.policy.ForeignMapping.Values;
import whetstone.model.policy.ForeignModel;
import whetstone.model.policy.Network;
import whetstone.model.policy.Networks;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.Weights;

/**
 * Changes honest models at random and lets the reader of foreign models look at them: {@code tests/benchmarks/run ModelFuzz 100000}.
 * Every one must be taken or refused with a sentence, in little time and memory. With a second argument, {@code native}, those that were
 * taken act in ONNX Runtime too, in this process: it shows how often native code breaks on what the reader can't see.
 */
final class ModelFuzz {
    private ModelFuzz() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        PolicyDescription small = new PolicyDescription(new PolicyInput("front", 20, 15, PolicyInput.ColourSpace.LAB),
                new Network.Convolutional(Networks.smallConvolutional().convolutions().subList(0, 2), List.of(4)), ActionSpec.STEER);
        List<byte[]> honest = List.of(OnnxExport.write(small, new Weights(new float[small.weightCount()]), new PictureSize(33, 21, 3), Map.of()),
                ForeignModels.channelMeans(Layout.CHANNELS_LAST, 3));
        int taken = 0;
        int acted = 0;
        long slowest = 0;
        long start = System.nanoTime();
        for (int seed = 0; seed < count; seed++) {
            long begin = System.nanoTime();
            byte[] model = changed(honest.get(seed % honest.size()), seed);
            boolean accepted = accepted(model);
            taken += accepted ? 1 : 0;
            acted += accepted && arguments.length > 1 && acts(model, seed % honest.size() == 0) ? 1 : 0;
            slowest = Math.max(slowest, System.nanoTime() - begin);
        }
        System.out.printf(Locale.ROOT, "%,d changed models in %.0f s: %,d taken, %,d refused with a sentence; the slowest took %.0f ms; heap of at most %,d MB; "
                        + "%,d acted in ONNX Runtime%n", count, (System.nanoTime() - start) * 1e-9, taken, count - taken, slowest * 1e-6,
                Runtime.getRuntime().totalMemory() >> 20, acted);
    }

    /** Whether a model changed by a seed is taken, or refused with a sentence; anything else is thrown. */
    static boolean survives(byte[] honest, int seed) {
        accepted(changed(honest, seed));
        return true;
    }

    private static boolean accepted(byte[] model) {
        try {
            return !ForeignInspection.of(model).outputs().isEmpty();
        } catch (IllegalArgumentException refused) {
            if (refused.getMessage() == null || refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a sentence", refused);
            }
            return false;
        }
    }

    /** @param own whether it was one of our own exports, for 33 x 21 pictures */
    private static boolean acts(byte[] model, boolean own) {
        ForeignMapping mapping = own ? new ForeignMapping("picture", Values.UINT8, Layout.CHANNELS_LAST, Colours.RGB, Range.BYTES, true,
                List.of(new Source("action", 0, 1, 0)))
                : new ForeignMapping("image", Values.FLOAT32, Layout.CHANNELS_LAST, Colours.RGB, Range.UNIT, true,
                        List.of(new Source("means", 0, 1, 0)));
        PolicyDescription description = new PolicyDescription(new PolicyInput("front", own ? 33 : 4, own ? 21 : 3, PolicyInput.ColourSpace.RGB),
                new Network.Foreign(mapping), ActionSpec.STEER);
        try (Policy policy = new ForeignPolicy(description, ForeignModel.of(model))) {
            policy.act(SkywayPolicies.noise(1, 33, 21, 3).getFirst());
            return true;
        } catch (IllegalStateException | IllegalArgumentException refused) {
            return false;
        }
    }

    static byte[] changed(byte[] honest, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] model = random.nextInt(10) == 0 ? Arrays.copyOf(honest, random.nextInt(honest.length)) : honest.clone();
        for (int change = random.nextInt(1, 9); change > 0 && model.length > 8; change--) {
            // Most of a model is weights: half of the changes hit the structure at its beginning and end.
            int at = random.nextBoolean() ? random.nextInt(model.length) : random.nextInt(Math.min(model.length, 400));
            switch (random.nextInt(4)) {
                case 0 -> model[at] = (byte) random.nextInt(256);
                case 1 -> model[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(model, at, Math.min(model.length, at + random.nextInt(12)), (byte) 0xff);
                default -> {
                    int from = random.nextInt(model.length);
                    int length = Math.min(random.nextInt(64), model.length - Math.max(at, from));
                    System.arraycopy(model.clone(), from, model, at, length);
                }
            }
        }
        return model;
    }
}
