package whetstone.labelling.exchange.lerobot;

import java.util.Optional;
import whetstone.labelling.exchange.Said;
import whetstone.labelling.exchange.parquet.Row;
import whetstone.model.Observation;
import whetstone.model.Step;

/** What the columns of a frame say of who did what. */
interface FrameMeaning {
    Step step(Row row, int tick, Observation seen);

    Optional<Said> said(Row row, Step step);
}
