package whetstone.app.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import whetstone.model.RolloutInfo;

/** What is known of a recording before its ride begins. */
record RecordingInfo(RideSettings settings, int round, Optional<String> expert) {
    /** @param program what the program expert is called @param person who sits at the stick */
    static RecordingInfo of(RideSettings settings, int round, String program, String person) {
        return new RecordingInfo(settings, round, switch (settings.whoDrives()) {
            case WhoDrives.Version _ -> Optional.empty();
            case WhoDrives.ProgramExpert _ -> Optional.of(program);
            case WhoDrives.Person _ -> Optional.of(person);
        });
    }

    /** Drive thread, where the ride is. */
    RolloutInfo of(Ride ride) {
        OptionalLong policy = settings.whoDrives() instanceof WhoDrives.Version(var version)
                ? OptionalLong.of(version.id()) : OptionalLong.empty();
        return new RolloutInfo(ride.spec(), ride.spec().name() + " " + ride.spec().variant(), policy, round, settings.seed(),
                Instant.now(), expert);
    }
}
