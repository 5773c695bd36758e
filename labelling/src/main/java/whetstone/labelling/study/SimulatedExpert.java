package whetstone.labelling.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import whetstone.labelling.Dataset;
import whetstone.labelling.calibration.LagEstimate;
import whetstone.labelling.calibration.PursuitPlan;

/**
 * One simulated human of the study: the same person in every condition, only its gain depends on whether it sees what its stick does.
 *
 * @param number from 1
 * @param seed of everything about it
 */
record SimulatedExpert(int number, long seed) {
    private static final int MOST_TRIES = 5;

    HumanParameters parameters(boolean feedback) {
        return HumanParameters.drawn(new Random(seed), feedback);
    }

    String name() {
        return "simulated expert " + number;
    }

    /** @param occasion tells this human's sessions apart: its noise is never twice the same */
    SimulatedSession session(boolean feedback, int occasion) {
        return new SimulatedSession(parameters(feedback), name(), 1_000 * seed + 2L * occasion + (feedback ? 1 : 0));
    }

    /** What calibrations found, and what they refused. */
    record Measurements(List<Error> errors, int refused) {
        /** @param seconds estimated less true, of the human's own time */
        record Error(double speed, boolean feedback, double seconds) {}
    }

    /** Calibrates as often as asked, each time in 60 s for both speeds. */
    Measurements measurements(int calibrations) {
        List<Measurements.Error> errors = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < calibrations; i++) {
            for (boolean feedback : new boolean[] {false, true}) {
                try (SimulatedSession session = session(feedback, 500 + i)) {
                    for (SimulatedSession.Calibrated at : session.calibrate(pursuit(500 + i))) {
                        if (at.estimate() instanceof LagEstimate.Measured measured) {
                            errors.add(new Measurements.Error(at.speed(), feedback,
                                    measured.lagSeconds() - parameters(feedback).delaySeconds()));
                        } else {
                            refused++;
                        }
                    }
                }
            }
        }
        return new Measurements(errors, refused);
    }

    /** Calibrates once for both speeds, again where a speed was refused, and keeps in the dataset what was measured. */
    void calibrate(SimulatedSession session, Dataset dataset) {
        List<Double> speeds = new ArrayList<>(Condition.SPEEDS);
        for (int attempt = 0; attempt < MOST_TRIES && !speeds.isEmpty(); attempt++) {
            for (SimulatedSession.Calibrated at : session.calibrate(pursuit(attempt))) {
                if (at.estimate() instanceof LagEstimate.Measured measured && speeds.remove(at.speed())) {
                    dataset.experts().save(session.calibration(at.speed(), measured)).join();
                }
            }
        }
    }

    private PursuitPlan pursuit(int occasion) {
        return new PursuitPlan(31 * seed + occasion, Condition.SPEEDS);
    }
}
