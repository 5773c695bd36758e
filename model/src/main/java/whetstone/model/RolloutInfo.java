package whetstone.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a rollout before its first step.
 *
 * @param source where it came from in a few words: "skyway alpha", a file's name
 * @param policyId the policy version that drove, where one did
 * @param round the DAgger round it was gathered in, from 1; 0 where it belongs to none
 * @param seed of the environment's reset
 */
public record RolloutInfo(EnvironmentSpec environment, String source, OptionalLong policyId, int round, long seed, Instant recordedAt,
                          Optional<String> expert) {
    public RolloutInfo {
        if (round < 0) {
            throw new IllegalArgumentException("round " + round + " is negative");
        }
    }
}
