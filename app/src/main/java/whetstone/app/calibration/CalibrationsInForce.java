package whetstone.app.calibration;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Workbench;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.calibration.Calibrations;

/** What the open dataset knows of the lag of whoever labels now with the stick that steers now. Lives as long as the window. FX thread. */
public final class CalibrationsInForce {
    private final ReadOnlyObjectWrapper<List<Calibration>> bySpeed = new ReadOnlyObjectWrapper<>(List.of());
    private final Workbench workbench;
    private final InstantSource clock;
    private Calibrations all = Calibrations.NONE;

    public CalibrationsInForce(Workbench workbench, InstantSource clock) {
        this.workbench = workbench;
        this.clock = clock;
        workbench.datasetProperty().subscribe(_ -> know(Calibrations.NONE));
        workbench.changeProperty().subscribe(_ -> workbench.read(
                dataset -> new Calibrations(dataset.experts().calibrations()), this::know));
        workbench.expertProperty().subscribe(_ -> tell());
        workbench.stickNameProperty().subscribe(_ -> tell());
    }

    /** One for each speed that was measured, the fastest first; empty where this expert was never measured with this stick. */
    public ReadOnlyObjectProperty<List<Calibration>> bySpeedProperty() {
        return bySpeed.getReadOnlyProperty();
    }

    /** What holds at a speed of playback. */
    public Optional<Calibration> at(double speed) {
        return all.at(workbench.expertProperty().get(), workbench.stickNameProperty().get(), speed, clock.instant());
    }

    private void know(Calibrations known) {
        all = known;
        tell();
    }

    private void tell() {
        Instant now = clock.instant();
        bySpeed.set(all.of(workbench.expertProperty().get(), workbench.stickNameProperty().get(), now));
    }
}
