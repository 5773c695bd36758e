package whetstone.model.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import whetstone.model.learning.Trainer;
import whetstone.model.learning.TrainingEvent;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** What happens on one thread does not change what another computes. */
class ConcurrentTrainingTest {
    private final NetworkTrainer trainer = new NetworkTrainer(InstantSource.fixed(Instant.EPOCH));

    @Test
    void runsAtTheSameTimeGiveTheWeightsOfARunAlone() {
        Weights alone = train().weights();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<PolicyVersion> first = CompletableFuture.supplyAsync(this::train, threads);
            CompletableFuture<PolicyVersion> second = CompletableFuture.supplyAsync(this::train, threads);

            assertThat(first.join().weights()).isEqualTo(alone);
            assertThat(second.join().weights()).isEqualTo(alone);
        }
    }

    @Test
    void aPolicyActsTheSameWhileAnotherTrains() {
        PolicyVersion version = train();
        Policy policy = trainer.policy(version);
        BrightColumn seen = new BrightColumn(40, 40);
        float[] before = actions(policy, seen);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            CompletableFuture<PolicyVersion> training = CompletableFuture.supplyAsync(this::train, threads);
            while (!training.isDone()) {
                assertThat(actions(policy, seen)).isEqualTo(before);
            }
        }
    }

    private static float[] actions(Policy policy, BrightColumn seen) {
        float[] actions = new float[seen.size()];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = policy.act(seen.get(i).seen()).steer();
        }
        return actions;
    }

    private PolicyVersion train() {
        TrainingEvent end = trainer.train(new Trainer.Request(BrightColumn.description(), new BrightColumn(640, 40), "columns",
                OptionalLong.empty(), 1, 11, 3, 32, 3e-3, 0.25, 10, 1), _ -> { }, () -> false);
        return ((TrainingEvent.Finished) end).policy();
    }
}
