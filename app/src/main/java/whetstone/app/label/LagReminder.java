package whetstone.app.label;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.app.calibration.CalibrationsInForce;
import whetstone.labelling.calibration.Calibration;

/** Says which lag is removed from the labels given now, or reminds that it is not known; leads to the calibration. FX thread. */
final class LagReminder extends Button {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Words words;
    private final Workbench workbench;
    private final CalibrationsInForce known;
    private final ReadOnlyDoubleProperty speed;

    /** @param speed of playback */
    LagReminder(Words words, Workbench workbench, CalibrationsInForce known, ReadOnlyDoubleProperty speed) {
        this.words = words;
        this.workbench = workbench;
        this.known = known;
        this.speed = speed;
        setId("lag-reminder");
        getStyleClass().add("lag-reminder");
        setFocusTraversable(false);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        known.bySpeedProperty().subscribe(_ -> show());
        speed.subscribe(_ -> show());
        workbench.expertProperty().subscribe(_ -> show());
        workbench.stickNameProperty().subscribe(_ -> show());
    }

    private void show() {
        Optional<Calibration> inForce = known.at(speed.get());
        boolean unknown = inForce.isEmpty();
        pseudoClassStateChanged(UNKNOWN, unknown);
        setText(inForce.map(lag -> words.get("lag.removed", lag.lagSeconds() * 1000, lag.lagSpreadSeconds() * 1000))
                .orElseGet(() -> words.get("lag.unknown", workbench.expertProperty().get(), workbench.stickNameProperty().get())));
        setGraphic(new FontIcon(unknown ? Feather.ALERT_TRIANGLE : Feather.CHECK));
        setTooltip(new Tooltip(inForce.map(lag -> words.get("lag.removed.tip", Speeds.text(lag.speed()),
                LocalDate.ofInstant(lag.at(), ZoneId.systemDefault()))).orElseGet(() -> words.get("lag.unknown.tip"))));
    }
}
