package whetstone.app.label;

/** A frame of a recording. */
public record FrameInView(long rollout, int tick) {}
