package whetstone.app.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import whetstone.labelling.Round;
import whetstone.model.policy.PolicyVersion;

/**
 * A version of the policy as the list shows it, with its place in the lineage.
 *
 * @param parent name of the version that drove when its newest rollouts were gathered
 * @param fallsPerLap as measured for the round that made it, where it was
 */
record PolicyRow(PolicyVersion version, boolean drives, Optional<String> parent, Round.Measured fallsPerLap) {
    /** Newest first. */
    static List<PolicyRow> of(List<PolicyVersion> versions, List<Round> rounds, OptionalLong driver) {
        Map<Long, PolicyVersion> byId = versions.stream().collect(Collectors.toMap(PolicyVersion::id, Function.identity()));
        return versions.reversed().stream().map(version -> new PolicyRow(version, driver.equals(OptionalLong.of(version.id())),
                parent(version, byId), falls(version, rounds))).toList();
    }

    private static Optional<String> parent(PolicyVersion version, Map<Long, PolicyVersion> byId) {
        return version.parent().isEmpty() ? Optional.empty()
                : Optional.ofNullable(byId.get(version.parent().getAsLong())).map(PolicyVersion::name);
    }

    private static Round.Measured falls(PolicyVersion version, List<Round> rounds) {
        return rounds.stream().filter(round -> round.newPolicy().equals(OptionalLong.of(version.id()))).map(Round::fallsPerLap)
                .reduce((_, newest) -> newest).orElse(Round.Measured.NOT);
    }
}
