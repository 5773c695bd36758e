package whetstone.app.label;

/**
 * Where a timeline's rows lie, in pixels from its top. Right is up: steering 1 is at the steering row's top.
 *
 * @param steerHeight of the steering row
 */
record TimelineRows(double steerHeight) {
    private static final double STEER_TOP = 6;

    double steerTop() {
        return STEER_TOP;
    }

    double steerY(double steer) {
        return STEER_TOP + (1 - steer) / 2 * steerHeight;
    }

    /** The steering at a height, in [-1, 1]. */
    double steerAt(double y) {
        return Math.clamp(1 - 2 * (y - STEER_TOP) / steerHeight, -1, 1);
    }

    double labelTop() {
        return STEER_TOP + steerHeight + 6;
    }

    double eventsTop() {
        return labelTop() + 24;
    }

    double axisTop() {
        return eventsTop() + 20;
    }

    double height() {
        return axisTop() + 18;
    }
}
