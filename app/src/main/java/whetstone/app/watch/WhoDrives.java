package whetstone.app.watch;

import whetstone.model.policy.PolicyVersion;

/** Who is to drive: a version of the policy, the program expert, or the person at the stick. */
sealed interface WhoDrives {
    record Version(PolicyVersion policy) implements WhoDrives {}

    record ProgramExpert() implements WhoDrives {}

    record Person() implements WhoDrives {}
}
