package whetstone.app.watch;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.environment.Environment;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.world.Opened;
import whetstone.model.world.Worlds;

/** Makes rides of what was chosen: opens the environment, for each its own, and finds who drives. Drive thread. */
final class Boarding {
    private final Worlds worlds;
    private final Function<PolicyVersion, Policy> policies;
    private final Steering steering;
    private final Function<EnvironmentSpec, Function<Observation, OptionalDouble>> doubt;
    private final Consumer<String> remarks;

    /**
     * @param steering of the first ride
     * @param doubt answers, for an environment, how unsure one is at what is seen
     * @param remarks takes what a policy has to say about how it acts
     */
    Boarding(Worlds worlds, Function<PolicyVersion, Policy> policies, Steering steering,
             Function<EnvironmentSpec, Function<Observation, OptionalDouble>> doubt, Consumer<String> remarks) {
        this.worlds = worlds;
        this.policies = policies;
        this.steering = steering;
        this.doubt = doubt;
        this.remarks = remarks;
    }

    /** May take seconds. @throws RuntimeException with a sentence if it can't be; nothing is then left open */
    Rides rides(RideSettings chosen) {
        Ride first = ride(chosen, chosen.whoDrives(), steering);
        return closingUnlessMade(first::close, () -> new Rides(first, chosen.compared().map(other ->
                ride(chosen, other, new Steering(OptionalDouble::empty)))));
    }

    private Ride ride(RideSettings chosen, WhoDrives who, Steering hand) {
        Opened opened = chosen.open(worlds);
        return closingUnlessMade(opened.environment()::close, () -> {
            chosen.hindrance(who, opened).ifPresent(sentence -> {
                throw new IllegalArgumentException(sentence);
            });
            return ride(chosen, who, opened, hand);
        });
    }

    private Ride ride(RideSettings chosen, WhoDrives who, Opened opened, Steering hand) {
        Optional<Policy> learner = who instanceof WhoDrives.Version(var version) ? Optional.of(policies.apply(version)) : Optional.empty();
        learner.flatMap(Policy::remark).ifPresent(remarks);
        Control control = switch (who) {
            case WhoDrives.Version _ -> Control.POLICY;
            case WhoDrives.ProgramExpert _ -> Control.EXPERT;
            case WhoDrives.Person _ -> Control.HUMAN;
        };
        Environment environment = opened.environment();
        return new Ride(environment, chosen.seed(), who, new TakeOver(environment.spec(), learner, opened.expert(), control, hand),
                doubt.apply(environment.spec()));
    }

    /** Closes what was opened for something that then can't be made. */
    private static <T> T closingUnlessMade(Runnable closing, Supplier<T> making) {
        boolean made = false;
        try {
            T result = making.get();
            made = true;
            return result;
        } finally {
            if (!made) {
                closing.run();
            }
        }
    }
}
