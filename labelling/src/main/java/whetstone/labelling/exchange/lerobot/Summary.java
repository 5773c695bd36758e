package whetstone.labelling.exchange.lerobot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whetstone.labelling.exchange.parquet.Kind;

/** Statistics of features as LeRobot's files name them. */
final class Summary {
    private Summary() {}

    /** Of one feature: min, max, mean, std, count, and quantiles where they are wanted. */
    static Map<String, List<?>> named(Statistics of, boolean quantiles) {
        Map<String, List<?>> named = new LinkedHashMap<>();
        named.put("min", of.shaped(of.least()));
        named.put("max", of.shaped(of.most()));
        named.put("mean", of.shaped(of.mean()));
        named.put("std", of.shaped(of.deviation()));
        named.put("count", List.of(of.count()));
        for (int i = 0; i < Statistics.QUANTILES.length && quantiles; i++) {
            named.put(Statistics.quantileName(i), of.shaped(of.quantiles()[i]));
        }
        return named;
    }

    /** How a named number of a feature lies in a table. */
    static Kind kind(String name, boolean picture) {
        Kind numbers = new Kind.ListOf(name.equals("count") ? Kind.Scalar.INTEGER : Kind.Scalar.DOUBLE);
        return picture && !name.equals("count") ? new Kind.ListOf(new Kind.ListOf(numbers)) : numbers;
    }
}
