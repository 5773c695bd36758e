package whetstone.app.commands;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import whetstone.model.evaluation.FallsPerLap;
import whetstone.model.evaluation.LapTally;
import whetstone.model.evaluation.ReturnPerEpisode;
import whetstone.model.world.World;

/**
 * An experiment's outcome as {@code dagger.json} holds it. Headline numbers are on unseen tracks and of the policy that each loop
 * would return if the round were its last.
 *
 * @param environment the kind of environment, and {@code place} which one: a difficulty, an id
 * @param measure what the headline numbers are: falls per lap, or return per episode with the falls beside it
 * @param remarks what must be known to judge the numbers
 * @param seconds of the whole experiment
 * @param peakMemoryMegabytes of the process
 */
record DaggerReport(String environment, String place, World.Measure measure, String policy, String expert, String beta, int seeds, long firstSeed,
                    int stepsPerRound, int lapsPerTrackAndSeed, List<String> trainingTracks, List<String> unseenTracks,
                    double seconds, int peakMemoryMegabytes, List<Round> rounds, List<String> remarks) {

    /** What the headline numbers were driven on. */
    String where() {
        return trainingTracks.equals(unseenTracks) ? "the track that was trained on" : "unseen tracks";
    }

    /**
     * One round over all seeds.
     *
     * @param training the same on the tracks that were trained on; the expert's too
     * @param newest the policies trained in this very round, on unseen tracks
     * @param returnedRounds for each seed, the round whose policy DAgger returns
     * @param returns one where there are rewards
     * @param secondsPerRound mean over the seeds to gather, train and validate: DAgger's loop, and the control's
     */
    record Round(int round, int labels, Measured dagger, Measured cloning, Measured expert, Arms training, Arms newest,
                 Seconds secondsPerRound, List<Integer> returnedRounds, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Returns> returns) {
        /** What the table and the picture show. */
        Headline headline(World.Measure measure) {
            return switch (measure) {
                case FALLS_PER_LAP -> new Headline(Point.of(dagger), Point.of(cloning), Point.of(expert));
                case RETURN_PER_EPISODE -> new Headline(Point.of(returns.getFirst().dagger()), Point.of(returns.getFirst().cloning()),
                        Point.of(returns.getFirst().expert()));
            };
        }
    }

    /** Return per episode on unseen tracks, where the environment gives rewards; the policies and episodes are those of the falls. */
    record Returns(Returned dagger, Returned cloning, Returned expert) {}

    /** @param shareOfExpert of the expert's mean on the same episodes */
    record Returned(double mean, double low, double high, int episodes, double shareOfExpert, List<Double> perSeed) {
        static Returned of(ReturnPerEpisode of, double expert) {
            return new Returned(of.mean(), of.low(), of.high(), of.episodes(), of.mean() / expert, of.perSeed());
        }
    }

    /** A value with its 95 % interval. */
    record Point(double value, double low, double high) {
        static Point of(Measured falls) {
            return new Point(falls.fallsPerLap(), falls.low(), falls.high());
        }

        static Point of(Returned returned) {
            return new Point(returned.mean(), returned.low(), returned.high());
        }
    }

    record Headline(Point dagger, Point cloning, Point expert) {}

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
        return new DaggerReport(name[0], name[1], plan.world().measure(), plan.policy().name().toLowerCase(Locale.ROOT), "pursuit",
                plan.beta().text(), plan.seeds(), plan.firstSeed(), plan.stepsPerRound(), plan.laps(), plan.world().trainingTracks(),
                plan.world().unseenTracks(), seconds, megabytes, rounds, plan.world().remarks());
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
                done.stream().map(one -> one.dagger().returnedRound()).toList(), returns(results, done));
    }

    private static List<Returns> returns(List<DaggerRepetition.Result> results, List<DaggerRepetition.RoundDone> done) {
        if (results.stream().anyMatch(result -> result.expert().unseen().returns().isEmpty())) {
            return List.of();
        }
        ReturnPerEpisode expert = ReturnPerEpisode.over(results.stream().map(result -> result.expert().unseen()).toList(), 1);
        ReturnPerEpisode dagger = ReturnPerEpisode.over(done.stream().map(one -> one.dagger().returned().unseen()).toList(), 1);
        ReturnPerEpisode cloning = ReturnPerEpisode.over(done.stream().map(one -> one.cloning().returned().unseen()).toList(), 1);
        return List.of(new Returns(Returned.of(dagger, expert.mean()), Returned.of(cloning, expert.mean()),
                Returned.of(expert, expert.mean())));
    }

    private static <T> Measured measured(List<T> seeds, Function<T, LapTally> tally) {
        return Measured.of(FallsPerLap.over(seeds.stream().map(tally).toList(), 1));
    }
}
