package whetstone.app.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import whetstone.model.evaluation.FallsPerLap;
import whetstone.model.evaluation.LapTally;

/**
 * An experiment's outcome as {@code dagger.json} holds it. Headline numbers are on unseen tracks and of the policy that each loop
 * would return if the round were its last.
 *
 * @param environment the kind of environment, and {@code place} which one: a difficulty, an id
 * @param seconds of the whole experiment
 * @param peakMemoryMegabytes of the process
 */
record DaggerReport(String environment, String place, String policy, String expert, String beta, int seeds, long firstSeed,
                    int stepsPerRound, int lapsPerTrackAndSeed, List<String> trainingTracks, List<String> unseenTracks,
                    double seconds, int peakMemoryMegabytes, List<Round> rounds) {

    /**
     * One round over all seeds.
     *
     * @param training the same on the tracks that were trained on; the expert's too
     * @param newest the policies trained in this very round, on unseen tracks
     * @param returnedRounds for each seed, the round whose policy DAgger returns
     * @param secondsPerRound mean over the seeds to gather, train and validate: DAgger's loop, and the control's
     */
    record Round(int round, int labels, Measured dagger, Measured cloning, Measured expert, Arms training, Arms newest,
                 Seconds secondsPerRound, List<Integer> returnedRounds) {}

    record Arms(Measured dagger, Measured cloning, Measured expert) {}

    record Seconds(double dagger, double cloning) {}

    /** Falls per lap: interquartile mean over seeds with its 95 % interval. @param mean all falls over all laps */
    record Measured(double fallsPerLap, double low, double high, int laps, int falls, double mean, List<Double> perSeed) {
        static Measured of(FallsPerLap falls) {
            return new Measured(falls.interquartileMean(), falls.low(), falls.high(), falls.laps(), falls.falls(), falls.mean(),
                    falls.perSeed());
        }
    }

    static DaggerReport of(DaggerPlan plan, List<DaggerRepetition.Result> results, double seconds, int megabytes) {
        List<Round> rounds = new ArrayList<>();
        for (int index = 0; index < plan.rounds(); index++) {
            rounds.add(round(results, index));
        }
        String[] name = plan.world().name().split(":", 2);
        return new DaggerReport(name[0], name[1], plan.policy().name().toLowerCase(Locale.ROOT), "pursuit",
                plan.beta().text(), plan.seeds(), plan.firstSeed(), plan.stepsPerRound(), plan.laps(), plan.world().trainingTracks(),
                plan.world().unseenTracks(), seconds, megabytes, rounds);
    }

    private static Round round(List<DaggerRepetition.Result> results, int index) {
        List<DaggerRepetition.RoundDone> done = results.stream().map(result -> result.rounds().get(index)).toList();
        return new Round(index + 1, done.getFirst().dagger().labels(),
                measured(done, one -> one.dagger().returned().unseen()),
                measured(done, one -> one.cloning().returned().unseen()),
                measured(results, result -> result.expert().unseen()),
                new Arms(measured(done, one -> one.dagger().returned().training()),
                        measured(done, one -> one.cloning().returned().training()),
                        measured(results, result -> result.expert().training())),
                new Arms(measured(done, one -> one.dagger().newest().unseen()),
                        measured(done, one -> one.cloning().newest().unseen()),
                        measured(results, result -> result.expert().unseen())),
                new Seconds(done.stream().mapToDouble(one -> one.dagger().seconds()).average().orElseThrow(),
                        done.stream().mapToDouble(one -> one.cloning().seconds()).average().orElseThrow()),
                done.stream().map(one -> one.dagger().returnedRound()).toList());
    }

    private static <T> Measured measured(List<T> seeds, Function<T, LapTally> tally) {
        return Measured.of(FallsPerLap.over(seeds.stream().map(tally).toList(), 1));
    }
}
