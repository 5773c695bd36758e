package whetstone.labelling.exchange.lerobot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whetstone.model.Picture;

/** Gathers the statistics of all features over one episode. */
final class EpisodeTally {
    private final List<Feature> features;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    EpisodeTally(List<Feature> features) {
        this.features = features;
        features.stream().filter(feature -> feature.picture() || feature.numeric())
                .forEach(feature -> tallies.put(feature.name(), Tally.of(feature)));
    }

    void add(String feature, Picture picture) {
        if (tallies.get(feature) instanceof Tally.OfPictures pictures) {
            pictures.add(picture);
        }
    }

    /** Counts the numbers of a row. */
    void add(List<Object> row) {
        for (int i = 0; i < row.size(); i++) {
            if (tallies.get(features.get(i).name()) instanceof Tally.OfNumbers numbers) {
                numbers.add(row.get(i));
            }
        }
    }

    Map<String, Statistics> statistics() {
        Map<String, Statistics> statistics = new LinkedHashMap<>();
        tallies.forEach((feature, tally) -> statistics.put(feature, tally.statistics()));
        return statistics;
    }
}
