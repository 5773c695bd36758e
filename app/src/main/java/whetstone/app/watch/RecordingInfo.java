package whetstone.app.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.model.RolloutInfo;

/**
 * What is known of recordings before their rides begin.
 *
 * @param program what the program expert is called
 * @param person who sits at the stick
 */
record RecordingInfo(long seed, int round, String program, String person) {
    /** Drive thread, where the ride is. */
    RolloutInfo of(Ride ride) {
        OptionalLong policy = ride.who() instanceof WhoDrives.Version(var version) ? OptionalLong.of(version.id()) : OptionalLong.empty();
        Optional<String> expert = switch (ride.who()) {
            case WhoDrives.Version _ -> Optional.empty();
            case WhoDrives.ProgramExpert _ -> Optional.of(program);
            case WhoDrives.Person _ -> Optional.of(person);
        };
        return new RolloutInfo(ride.spec(), ride.spec().name() + " " + ride.spec().variant(), policy, round, seed, Instant.now(), expert);
    }
}
