package whetstone.app.watch;

import java.util.OptionalDouble;
import whetstone.model.Control;
import whetstone.model.Picture;

/**
 * One tick of a ride as the screen shows it.
 *
 * @param tick from the ride's start
 * @param learner what the policy wanted to steer, where one drives
 * @param executed what was steered
 * @param speed metres per second
 * @param distance metres driven since the start
 * @param returned sum of the rewards since the start, where the environment gives any
 * @param doubt how unsure the labels leave one here, in [0, 1], where that is known
 * @param recorded ticks in the recording that is going on; 0 where none is
 */
record Frame(Picture picture, int tick, double seconds, OptionalDouble learner, double executed, Control control, double speed, int falls,
             int laps, double distance, OptionalDouble returned, OptionalDouble doubt,
             int recorded) {}
