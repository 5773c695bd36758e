package whetstone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Picture;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.Trainers;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

class HeldOutTrialTest {
    @Test
    void aPolicyIsMeasuredOnPicturesOfTheShapeThatItWasTrainedOn() {
        Set<Double> shapes = new HashSet<>();
        EnvironmentSpec wide = new Skyway(SkywaySettings.experiment("alpha", Difficulty.FROZEN)
                .withCameras(List.of(SkywayCameras.front(384, 216)))).spec();
        PolicyVersion version = new PolicyVersion(1, "v1", OptionalLong.empty(), 1, TrainingSettings.DEFAULT.description("front", wide.action()),
                new Weights(new float[1]), 1, 1, OptionalDouble.empty(), Instant.EPOCH);
        HeldOutTrial trial = new HeldOutTrial(new Trainers(List.of(new Looking(shapes))), InstantSource.system());
        assertThatThrownBy(() -> trial.falls(version, wide, _ -> { }, () -> !shapes.isEmpty())).isInstanceOf(CancellationException.class);
        assertThat(shapes).containsExactly(384 / 216.0);
    }

    /** Drives straight on, and notes the shape of what it sees. */
    private record Looking(Set<Double> shapes) implements Trainer {
        @Override
        public boolean serves(PolicyDescription description) {
            return true;
        }

        @Override
        public TrainingEvent train(Request request, Consumer<TrainingEvent> events, BooleanSupplier cancelled) {
            throw new AssertionError("nothing to train");
        }

        @Override
        public Policy policy(PolicyVersion version) {
            return seen -> {
                Picture picture = seen.picture("front");
                shapes.add((double) picture.width() / picture.height());
                return version.description().action().neutral();
            };
        }
    }
}
