package whetstone.labelling.exchange.lerobot;

/** A rollout on its way into a dataset. @param index from 0 @param task the number of its task @param length in frames */
record Episode(int index, int task, int length) {}
