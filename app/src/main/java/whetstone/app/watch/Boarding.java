package whetstone.app.watch;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import whetstone.model.Control;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.world.Opened;
import whetstone.model.world.Worlds;

/** Makes a ride of what was chosen: opens the environment, finds who drives. Drive thread. */
final class Boarding {
    private final Worlds worlds;
    private final Function<PolicyVersion, Policy> policies;
    private final Steering steering;
    private final Consumer<String> remarks;

    /** @param remarks takes what a policy has to say about how it acts */
    Boarding(Worlds worlds, Function<PolicyVersion, Policy> policies, Steering steering, Consumer<String> remarks) {
        this.worlds = worlds;
        this.policies = policies;
        this.steering = steering;
        this.remarks = remarks;
    }

    /** May take seconds. @throws RuntimeException with a sentence if it can't be; nothing is then left open */
    Ride ride(RideSettings chosen) {
        Opened opened = chosen.open(worlds);
        boolean riding = false;
        try {
            chosen.hindrance(opened).ifPresent(sentence -> {
                throw new IllegalArgumentException(sentence);
            });
            Ride ride = ride(chosen, opened);
            riding = true;
            return ride;
        } finally {
            if (!riding) {
                opened.environment().close();
            }
        }
    }

    private Ride ride(RideSettings chosen, Opened opened) {
        Optional<Policy> learner = chosen.whoDrives() instanceof WhoDrives.Version(var version)
                ? Optional.of(policies.apply(version)) : Optional.empty();
        learner.flatMap(Policy::remark).ifPresent(remarks);
        Control control = switch (chosen.whoDrives()) {
            case WhoDrives.Version _ -> Control.POLICY;
            case WhoDrives.ProgramExpert _ -> Control.EXPERT;
            case WhoDrives.Person _ -> Control.HUMAN;
        };
        return new Ride(opened.environment(), chosen.seed(),
                new TakeOver(opened.environment().spec(), learner, opened.expert(), control, steering));
    }
}
