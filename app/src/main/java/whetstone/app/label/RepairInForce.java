package whetstone.app.label;

import java.util.List;
import whetstone.app.Workbench;
import whetstone.labelling.StrokeRepair;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.Calibrations;

/** Reads the labels in view anew when an expert's lag was measured meanwhile. Lives as long as the window. FX thread. */
final class RepairInForce {
    private final Journal journal;
    private List<Calibration> known = List.of();

    RepairInForce(Workbench workbench, Journal journal) {
        this.journal = journal;
        workbench.changeProperty().subscribe(_ -> workbench.read(dataset -> dataset.experts().calibrations(), this::know));
    }

    private void know(List<Calibration> now) {
        if (!now.equals(known)) {
            known = List.copyOf(now);
            journal.repairBy(StrokeRepair.with(new Calibrations(known)));
        }
    }
}
