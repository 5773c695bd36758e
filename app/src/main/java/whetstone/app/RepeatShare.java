package whetstone.app;

import java.util.List;
import whetstone.labelling.Dataset;
import whetstone.labelling.trust.RepeatPlan;

/** Which share of the clips comes back blind; kept in the dataset file. */
public final class RepeatShare {
    /** What can be chosen: none, to one in five. */
    public static final List<Double> CHOICES = List.of(0.0, 0.02, RepeatPlan.DEFAULT_SHARE, 0.1, RepeatPlan.MOST);

    private static final String KEY = "blind repeats";

    private RepeatShare() {}

    /** The share kept in a file, 0 to 0.2; the default where none is, or one that can't be. */
    public static double of(Dataset dataset) {
        return dataset.setting(KEY).map(RepeatShare::read).orElse(RepeatPlan.DEFAULT_SHARE);
    }

    private static double read(String text) {
        try {
            double share = Double.parseDouble(text);
            return share >= 0 && share <= RepeatPlan.MOST ? share : RepeatPlan.DEFAULT_SHARE;
        } catch (NumberFormatException noNumber) {
            return RepeatPlan.DEFAULT_SHARE;
        }
    }

    public static void keep(double share, Dataset dataset) {
        dataset.setSetting(KEY, String.valueOf(share));
    }
}
