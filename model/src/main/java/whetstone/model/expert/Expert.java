package whetstone.model.expert;

import whetstone.model.Action;
import whetstone.model.Observation;

/** Someone who knows what to do: a program with privileged knowledge of the environment's present state. Drive thread. */
public interface Expert {
    /** The right action at the environment's present state, of which this is the observation. */
    Action advise(Observation seen);
}
