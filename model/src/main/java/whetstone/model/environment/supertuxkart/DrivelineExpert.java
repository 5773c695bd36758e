package whetstone.model.environment.supertuxkart;

import java.util.function.Supplier;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Observation;
import whetstone.model.expert.Expert;

/**
 * Pure pursuit on the game's own driveline (Coulter 1992, CMU-RI-TR-92-01): the arc to a point of the middle a little ahead, as a share of the
 * tightest arc the kart can drive at its speed. Looks at the kart's place, not at the picture. Drive thread.
 */
final class DrivelineExpert implements Expert {
    /** Metres ahead that are always looked, and seconds of driving on top. */
    private static final double NEAREST = 3;
    private static final double SECONDS = 0.45;

    private final Driveline driveline;
    private final Supplier<KartPlace> kart;

    DrivelineExpert(Driveline driveline, Supplier<KartPlace> kart) {
        this.driveline = driveline;
        this.kart = kart;
    }

    @Override
    public Action advise(Observation seen) {
        return ActionSpec.STEER.clamp((float) steer(kart.get()));
    }

    double steer(KartPlace place) {
        double[] target = driveline.point(place.road().along() + NEAREST + SECONDS * place.speed());
        double dx = target[0] - place.x();
        double dz = target[1] - place.z();
        double right = dx * Math.cos(place.heading()) - dz * Math.sin(place.heading());
        return 2 * right / (dx * dx + dz * dz) * radius(place.speed());
    }

    /** Metres of the tightest bend of a kart of the middle class (kart_characteristics.xml: turn radius). */
    static double radius(double speed) {
        return speed < 10 ? 2.3 + 0.6325 * speed : 8.625 + 0.575 * (speed - 10);
    }
}
