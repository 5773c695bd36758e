package whetstone.app.watch;

import whetstone.app.Words;
import whetstone.model.policy.Network;

/** Who drives, in words. */
final class DriverNames {
    private final Words words;

    DriverNames(Words words) {
        this.words = words;
    }

    String of(WhoDrives who) {
        return switch (who) {
            case WhoDrives.Version(var policy) -> words.get("driver.version", policy.name(), switch (policy.description().network()) {
                case Network.Ridge _ -> "ridge";
                case Network.Convolutional _ -> "CNN";
                case Network.Foreign _ -> "imported";
            });
            case WhoDrives.ProgramExpert _ -> words.get("driver.expert");
            case WhoDrives.Person _ -> words.get("driver.person");
        };
    }
}
