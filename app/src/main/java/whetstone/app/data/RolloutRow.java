package whetstone.app.data;

import whetstone.labelling.RolloutSummary;

/** One row of the table: a rollout and, in words, who drove it. */
record RolloutRow(RolloutSummary summary, String driver) {
    long id() {
        return summary.id();
    }

    /** Share of the ticks that carry a label in force, 0 to 1. */
    double labelledShare() {
        return summary.length() == 0 ? 0 : Math.min(1, summary.labelled() / (double) summary.length());
    }
}
