package whetstone.model.learning;

import whetstone.model.Action;

/** The field's plain loss between two actions: mean of the squared differences over their dimensions. */
final class SquaredError {
    private SquaredError() {}

    static double of(Action given, Action wanted) {
        double sum = 0;
        for (int i = 0; i < wanted.size(); i++) {
            double difference = given.get(i) - wanted.get(i);
            sum += difference * difference;
        }
        return sum / wanted.size();
    }
}
