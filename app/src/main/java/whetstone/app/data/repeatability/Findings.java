package whetstone.app.data.repeatability;

import java.util.List;
import whetstone.labelling.Dataset;
import whetstone.labelling.trust.Disagreement;
import whetstone.labelling.trust.Repeatability;

/** What a dataset's blind repeats tell, and what experts still disagree on, the largest difference first. */
record Findings(Repeatability repeatability, List<Disagreement> disagreements) {
    static final Findings NONE = new Findings(Repeatability.NONE, List.of());

    Findings {
        disagreements = List.copyOf(disagreements);
    }

    static Findings of(Dataset dataset) {
        Repeatability repeatability = Repeatability.of(dataset);
        return new Findings(repeatability, Disagreement.of(dataset, repeatability));
    }
}
