package whetstone.app.data;

import java.util.List;

/** What the chosen rollouts amount to. */
record SelectionSummary(int rollouts, int frames, double seconds, int falls, int labelled, int rejected) {
    static SelectionSummary of(List<RolloutRow> rows) {
        int frames = 0;
        double seconds = 0;
        int falls = 0;
        int labelled = 0;
        int rejected = 0;
        for (RolloutRow row : rows) {
            frames += row.summary().length();
            seconds += row.summary().seconds();
            falls += row.summary().falls();
            labelled += row.summary().labelled();
            rejected += row.summary().rejected();
        }
        return new SelectionSummary(rows.size(), frames, seconds, falls, labelled, rejected);
    }
}
