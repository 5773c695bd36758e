package whetstone.labelling.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import whetstone.labelling.EncodedPicture;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/** Rollouts with labels in which everything that a dataset file holds may be there or not, by a seed. Names are awkward on purpose. */
public final class RandomRollouts {
    private static final List<ActionSpec.Dimension> DIMENSIONS = List.of(new ActionSpec.Dimension("steer", -1, 1),
            new ActionSpec.Dimension("throttle", -1, 1), new ActionSpec.Dimension("brake", 0, 1));
    private static final List<String> EXPERTS = List.of("anna", "Bö, the \"second\"", "c/d\\e");

    private final Random random;

    private RandomRollouts(long seed) {
        this.random = new Random(seed);
    }

    /** One to three. */
    public static List<ImportedRollout> of(long seed) {
        RandomRollouts made = new RandomRollouts(seed);
        List<ImportedRollout> rollouts = new ArrayList<>();
        int many = 1 + made.random.nextInt(3);
        for (int i = 0; i < many; i++) {
            rollouts.add(made.rollout("made " + i));
        }
        return rollouts;
    }

    private ImportedRollout rollout(String source) {
        ActionSpec action = new ActionSpec(DIMENSIONS.subList(0, 1 + random.nextInt(3)));
        List<Camera> cameras = new ArrayList<>();
        for (String name : List.of("front", "left eye", "left/eye").subList(0, 1 + random.nextInt(3))) {
            Camera usual = AssumedCar.camera(name, 4 + random.nextInt(12), 4 + random.nextInt(12));
            cameras.add(new Camera(name, usual.width(), usual.height(), random.nextInt(4) == 0 ? 1 : 3, usual.profile()));
        }
        List<String> states = List.of("speed", "läng_e,1").subList(0, random.nextInt(3));
        EnvironmentSpec environment = new EnvironmentSpec("made", "v\"1", 1 + random.nextInt(600) / 10.0, action, cameras, states,
                AssumedCar.VEHICLE, false);
        RolloutInfo info = new RolloutInfo(environment, source, OptionalLong.empty(), random.nextInt(3), random.nextLong(),
                Instant.ofEpochSecond(1_600_000_000L + random.nextInt(100_000_000)), optional(pick(EXPERTS)));
        int length = 1 + random.nextInt(12);
        List<ImportedFrame> frames = new ArrayList<>();
        for (int tick = 0; tick < length; tick++) {
            frames.add(frame(tick, environment));
        }
        return new IndexedRollout(info, length, frames::get);
    }

    private ImportedFrame frame(int tick, EnvironmentSpec environment) {
        Map<String, Picture> pictures = new HashMap<>();
        Map<String, EncodedPicture> originals = new HashMap<>();
        for (Camera camera : environment.cameras()) {
            Picture picture = picture(camera);
            switch (random.nextInt(3)) {
                case 0 -> pictures.put(camera.name(), picture);
                case 1 -> originals.put(camera.name(), new EncodedPicture(PictureEncoding.png(picture)));
                default -> originals.put(camera.name(), new EncodedPicture(PictureEncoding.jpeg(picture, 0.8f)));
            }
        }
        float[] state = new float[environment.stateNames().size()];
        for (int i = 0; i < state.length; i++) {
            state[i] = (float) random.nextGaussian();
        }
        Optional<Action> learner = optional(action(environment.action()));
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (Event event : Event.values()) {
            if (random.nextInt(4) == 0) {
                events.add(event);
            }
        }
        Step step = new Step(tick, new Observation(pictures, new StateVector(state)), learner, optional(action(environment.action())),
                pick(List.of(Control.values())), optional(action(environment.action())), events, Optional.empty());
        return new ImportedFrame(step, originals, said(environment.action(), learner), "frame " + tick);
    }

    private Optional<Said> said(ActionSpec spec, Optional<Action> learner) {
        String expert = pick(EXPERTS);
        return switch (random.nextInt(5)) {
            case 0 -> Optional.of(Said.correction(action(spec), expert));
            case 1 -> learner.map(action -> new Said(Said.Kind.APPROVAL, Optional.of(action), Optional.empty(), expert, 0, 1));
            case 2 -> Optional.of(new Said(Said.Kind.REJECTION, Optional.empty(), Optional.empty(), expert, 0, 1));
            default -> Optional.empty();
        };
    }

    private Picture picture(Camera camera) {
        byte[] samples = new byte[camera.width() * camera.height() * camera.channels()];
        random.nextBytes(samples);
        return new Picture(camera.width(), camera.height(), camera.channels(), samples);
    }

    private Action action(ActionSpec spec) {
        float[] values = new float[spec.size()];
        for (int i = 0; i < values.length; i++) {
            ActionSpec.Dimension dimension = spec.dimensions().get(i);
            values[i] = switch (random.nextInt(6)) {
                case 0 -> dimension.low();
                case 1 -> dimension.high();
                case 2 -> dimension.clamp(1e-7f);
                default -> dimension.clamp((float) (random.nextDouble() * 2 - 1));
            };
        }
        return new Action(spec, values);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> Optional<T> optional(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
