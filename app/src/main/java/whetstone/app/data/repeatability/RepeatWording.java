package whetstone.app.data.repeatability;

import java.util.Locale;
import java.util.Optional;
import whetstone.app.Words;
import whetstone.labelling.trust.Agreement;
import whetstone.labelling.trust.IntraclassCorrelation;
import whetstone.labelling.trust.Trend;

/** Puts in words how well labels repeat. Pure. */
final class RepeatWording {
    private final Words words;

    RepeatWording(Words words) {
        this.words = words;
    }

    /** With its sign, but for nothing. */
    String signed(double value) {
        return Math.abs(value) < 0.005 ? words.get("number.plain", 0.0) : words.get("number.signed", value);
    }

    /** Such as "good: 0.82 [0.75, 0.88]". */
    String verdict(Agreement agreement) {
        return agreement.correlation().map(known -> words.get("grade." + agreement.grade().name().toLowerCase(Locale.ROOT)) + ": "
                + numbers(known)).orElseGet(() -> words.get("grade.none"));
    }

    /** Such as "0.82 [0.75, 0.88]"; a dash where there is none. */
    String correlation(Optional<IntraclassCorrelation> correlation) {
        return correlation.map(this::numbers).orElse("–");
    }

    private String numbers(IntraclassCorrelation known) {
        return Double.isNaN(known.low()) ? words.get("icc.alone", known.estimate())
                : words.get("icc.interval", known.estimate(), Math.max(-1, known.low()), Math.min(1, known.high()));
    }

    /** What an expert's repeats say of him, in three sentences. */
    String about(String expert, Agreement agreement, Trend trend) {
        String side = Math.abs(agreement.bias()) < 0.005 ? words.get("bias.none")
                : words.get(agreement.bias() > 0 ? "bias.right" : "bias.left", Math.abs(agreement.bias()));
        return words.get("about.expert", expert, verdict(agreement), agreement.clips() == 1 ? words.get("repeat") : words.get("repeats", agreement.clips()),
                agreement.error()) + " " + side + " " + words.get("trend." + trend.direction().name().toLowerCase(Locale.ROOT));
    }
}
