package whetstone.model.learning;

/**
 * How often the expert drives in a round of DAgger. Every schedule starts at 1, since there is no learner yet, and its mean over the
 * rounds goes to zero, as the guarantee of Ross, Gordon, Bagnell 2011, section 3, requires.
 */
public sealed interface BetaSchedule {
    /** Share of steps driven by the expert, 0 to 1. @param round from 1 */
    double beta(int round);

    /** The expert drives the first round only; free of parameters and the paper's choice. */
    record Indicator() implements BetaSchedule {
        @Override
        public double beta(int round) {
            return round == 1 ? 1 : 0;
        }
    }

    /** p to the power of (round - 1). @param p 0 to below 1 */
    record Exponential(double p) implements BetaSchedule {
        public Exponential {
            if (!(p >= 0 && p < 1)) {
                throw new IllegalArgumentException("an exponential schedule's base is " + p + "; it must be at least 0 and below 1");
            }
        }

        @Override
        public double beta(int round) {
            return Math.pow(p, round - 1);
        }
    }

    /** Falls evenly to zero. @param rounds after which only the learner drives, 1 to 1000 */
    record Linear(int rounds) implements BetaSchedule {
        public Linear {
            if (rounds < 1 || rounds > 1000) {
                throw new IllegalArgumentException("a linear schedule over " + rounds + " rounds; it must be 1 to 1000");
            }
        }

        @Override
        public double beta(int round) {
            return Math.max(0, 1 - (round - 1.0) / rounds);
        }
    }

    /** As {@link #parse} reads it. */
    default String text() {
        return switch (this) {
            case Indicator _ -> "indicator";
            case Exponential exponential -> "exponential:" + exponential.p();
            case Linear linear -> "linear:" + linear.rounds();
        };
    }

    /** Reads "indicator", "exponential:0.5" or "linear:5". @throws IllegalArgumentException with the forms there are */
    static BetaSchedule parse(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 1 && parts[0].equals("indicator")) {
                return new Indicator();
            }
            if (parts.length == 2 && parts[0].equals("exponential")) {
                return new Exponential(Double.parseDouble(parts[1]));
            }
            if (parts.length == 2 && parts[0].equals("linear")) {
                return new Linear(Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(unknown(text), notANumber);
        }
        throw new IllegalArgumentException(unknown(text));
    }

    private static String unknown(String text) {
        return "'" + text + "' is no schedule for beta; write indicator, exponential:0.5 or linear:5";
    }
}
