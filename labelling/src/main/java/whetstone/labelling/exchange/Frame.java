package whetstone.labelling.exchange;

import java.util.Optional;
import whetstone.model.Action;
import whetstone.model.Control;
import whetstone.model.Step;

/** One frame with all that is known of it: what was seen and done there, and what a person said of it. */
public record Frame(Step step, Optional<Said> said) {
    /**
     * What is to be imitated here: the label's action; without a label what an expert or a human did. Empty where neither is known and
     * where the frame was rejected.
     */
    public Optional<Action> wanted() {
        return said.isPresent() ? said.get().action() : driven() ? step.executedAction() : Optional.empty();
    }

    /** A correction, or a frame that a person or an expert drove: what datasets of interventions mark. */
    public boolean intervention() {
        return said.map(label -> label.kind() == Said.Kind.CORRECTION).orElse(driven());
    }

    public boolean rejected() {
        return said.filter(label -> label.kind() == Said.Kind.REJECTION).isPresent();
    }

    private boolean driven() {
        return step.control() == Control.HUMAN || step.control() == Control.EXPERT;
    }
}
