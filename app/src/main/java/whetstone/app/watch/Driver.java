package whetstone.app.watch;

import whetstone.model.policy.PolicyVersion;

/** Who is to drive: a version of the policy, the program expert, or the person at the stick. */
sealed interface Driver {
    record Version(PolicyVersion policy) implements Driver {}

    record ProgramExpert() implements Driver {}

    record Person() implements Driver {}
}
