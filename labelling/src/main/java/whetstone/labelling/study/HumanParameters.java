package whetstone.labelling.study;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a simulated human is like in one session, in seconds of its own time and in steering of [-1, 1]. Reaction lag of 250 ms with 40 ms
 * between sessions: textbook visuomotor values, between the 0.14 s (optic flow) and 0.44 s (heading cues) of Nguyen and Benderius
 * (PMC12122885). Gain from 0.6 to 1.6 where nobody shows what the stick does, as the judged size of a turn without feedback is known to
 * be far off (Ross et al. 2013; Schrum et al. 2022), and 1 with 8 % where it is shown. The arm is a low-pass of second order at 1.6 Hz,
 * damped as a Butterworth filter; its noise of 0.05 is correlated over a tenth of a second, which is harder to average out than white noise.
 *
 * @param lagSeconds from seeing to moving
 * @param jitterSeconds standard deviation by which the lag wanders within the session
 * @param gain what is given to what is wanted
 * @param cutoffHertz of the arm
 * @param noise standard deviation
 */
public record HumanParameters(double lagSeconds, double jitterSeconds, double gain, double cutoffHertz, double noise) {
    static final double DAMPING = Math.sqrt(0.5);
    static final double JITTER_CORRELATION_SECONDS = 1;
    static final double NOISE_CORRELATION_SECONDS = 0.1;
    private static final double LAG_MEAN = 0.250;
    private static final double LAG_SPREAD = 0.040;
    private static final double LEAST_LAG = 0.100;
    private static final double JITTER = 0.030;
    private static final double CUTOFF = 1.6;
    private static final double NOISE = 0.05;
    private static final double LEAST_GAIN = 0.6;
    private static final double MOST_GAIN = 1.6;
    private static final double GAIN_SPREAD_WITH_FEEDBACK = 0.08;

    public HumanParameters {
        if (!(lagSeconds >= 0 && lagSeconds < 2) || !(jitterSeconds >= 0) || !(gain > 0) || !(cutoffHertz > 0) || !(noise >= 0)) {
            throw new IllegalArgumentException("no human is like this: lag " + lagSeconds + " s, jitter " + jitterSeconds + " s, gain " + gain
                    + ", arm " + cutoffHertz + " Hz, noise " + noise);
        }
    }

    /** Someone in one session. @param feedback whether the stick's consequence is shown while it moves */
    public static HumanParameters drawn(Random random, boolean feedback) {
        double lag = Math.max(LEAST_LAG, LAG_MEAN + LAG_SPREAD * random.nextGaussian());
        double open = LEAST_GAIN + (MOST_GAIN - LEAST_GAIN) * random.nextDouble();
        double closed = Math.max(0.5, 1 + GAIN_SPREAD_WITH_FEEDBACK * random.nextGaussian());
        return new HumanParameters(lag, JITTER, feedback ? closed : open, CUTOFF, NOISE);
    }

    /** By how much the arm delays slow movements: the group delay of its low-pass at 0 Hz. */
    public double armDelaySeconds() {
        return 2 * DAMPING / (2 * Math.PI * cutoffHertz);
    }

    /** What a slow movement is late by in all. */
    public double delaySeconds() {
        return lagSeconds + armDelaySeconds();
    }

    /** A parameter's distribution and where it comes from. */
    public record Sourced(String name, String distribution, String source) {}

    public static List<Sourced> sourced() {
        return List.of(
                new Sourced("reaction lag", String.format(Locale.ROOT, "N(%.0f, %.0f) ms per person, at least %.0f", 1000 * LAG_MEAN,
                        1000 * LAG_SPREAD, 1000 * LEAST_LAG), "textbook visuomotor value, between 140 ms (optic flow) and 440 ms (heading "
                        + "cues) of Nguyen and Benderius (PMC12122885, n = 14)"),
                new Sourced("jitter of the lag", String.format(Locale.ROOT, "%.0f ms, wandering over %.0f s", 1000 * JITTER,
                        JITTER_CORRELATION_SECONDS), "assumed: no published value was found for wandering within a session"),
                new Sourced("gain without feedback", String.format(Locale.ROOT, "U(%.1f, %.1f)", LEAST_GAIN, MOST_GAIN),
                        "assumed range: people over- and under-correct (Ross et al. 2013, arXiv 1211.1690; Schrum et al. 2022, MIND MELD)"),
                new Sourced("gain with feedback", String.format(Locale.ROOT, "N(1, %.2f)", GAIN_SPREAD_WITH_FEEDBACK),
                        "assumed: what is seen is corrected; the wide margin of error in size goes"),
                new Sourced("arm", String.format(Locale.ROOT, "low-pass of 2nd order at %.1f Hz, damping %.2f", CUTOFF, DAMPING),
                        "assumed neuromuscular bandwidth of slow steering; adds " + Math.round(1000 * 2 * DAMPING / (2 * Math.PI * CUTOFF))
                        + " ms of delay"),
                new Sourced("noise", String.format(Locale.ROOT, "%.2f of full steering, correlated over %.1f s", NOISE,
                        NOISE_CORRELATION_SECONDS), "assumed; correlated, as white noise would average out too easily"));
    }
}
