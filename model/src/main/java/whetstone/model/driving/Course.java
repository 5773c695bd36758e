package whetstone.model.driving;

import whetstone.model.environment.Environment;
import whetstone.model.expert.Expert;

/** An environment and the program expert who knows its state; both belong to one thread. */
public record Course(Environment environment, Expert expert) {
    public String name() {
        return environment.spec().name() + " " + environment.spec().variant();
    }
}
