package whetstone.app.watch;

import java.util.Optional;

/** The newest tick of a ride, and of the one beside it where two are compared. */
record Frames(Frame first, Optional<Frame> beside) {}
