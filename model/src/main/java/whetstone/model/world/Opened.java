package whetstone.model.world;

import java.util.Optional;
import whetstone.model.driving.Course;
import whetstone.model.environment.Environment;
import whetstone.model.expert.Expert;

/** A track that is open, and its program expert where there is one. Closing the environment closes both. */
public record Opened(Environment environment, Optional<Expert> expert) {
    /** @throws IllegalArgumentException if nobody but a human can label here */
    public Course course() {
        return new Course(environment, expert.orElseThrow(() -> new IllegalArgumentException(
                "'" + environment.spec().name() + "' has no program expert, so nobody can label without a human: watch, record and label it "
                        + "in the window")));
    }
}
