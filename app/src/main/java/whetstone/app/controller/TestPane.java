package whetstone.app.controller;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.labelling.replay.Ticker;

/** The drift and the resolution test, and what they found in words. FX thread. */
final class TestPane extends VBox {
    private final Words words;
    private final ControllerModel model;
    private final Label result = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button compensate;

    TestPane(Words words, ControllerModel model, Ticker ticker) {
        this.words = words;
        this.model = model;
        getStyleClass().addAll("card-box", "test-pane");
        Label title = new Label(words.get("test.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        result.setId("test-result");
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        progress.setMaxWidth(Double.MAX_VALUE);
        compensate = new Button(words.get("test.compensate"), new FontIcon(Feather.CHECK));
        compensate.setId("compensate");
        compensate.setOnAction(_ -> {
            if (model.testProperty().get() instanceof DeviceTest.Standing.Rested rested) {
                model.compensate(rested.drift());
            }
        });
        Button rest = button("rest", Feather.ANCHOR, DeviceTest.Kind.REST, ticker);
        Button sweep = button("sweep", Feather.MAXIMIZE_2, DeviceTest.Kind.SWEEP, ticker);
        getChildren().addAll(title, new HBox(8, rest, sweep), progress, result, compensate);
        model.testProperty().subscribe(this::show);
    }

    private Button button(String key, Feather icon, DeviceTest.Kind kind, Ticker ticker) {
        Button button = new Button(words.get("test." + key), new FontIcon(icon));
        button.setId("test-" + key);
        button.setOnAction(_ -> model.test(kind, ticker.nanos()));
        return button;
    }

    private void show(DeviceTest.Standing standing) {
        result.setText(said(standing));
        result.getStyleClass().removeAll(Styles.DANGER, Styles.SUCCESS, Styles.TEXT_MUTED);
        result.getStyleClass().add(tone(standing));
        boolean running = standing instanceof DeviceTest.Standing.Running;
        progress.setVisible(running);
        progress.setManaged(running);
        if (standing instanceof DeviceTest.Standing.Running going) {
            progress.setProgress(going.share());
        }
        boolean rested = standing instanceof DeviceTest.Standing.Rested;
        compensate.setVisible(rested);
        compensate.setManaged(rested);
    }

    private String said(DeviceTest.Standing standing) {
        return switch (standing) {
            case DeviceTest.Standing.None _ -> words.get("test.none");
            case DeviceTest.Standing.Running running -> words.get("test.running." + running.kind().name().toLowerCase(Locale.ROOT));
            case DeviceTest.Standing.Rested rested -> words.get("test.rested", rested.drift().offset(), rested.drift().spread(),
                    rested.drift().suggestedDeadZone());
            case DeviceTest.Standing.TooShort tooShort -> words.get("test.tooShort", 100 * tooShort.travel());
            case DeviceTest.Standing.Fine fine -> words.get("test.fine", fine.levels(), 100 * fine.travel());
            case DeviceTest.Standing.Refused refused -> refused.sentence();
        };
    }

    private static String tone(DeviceTest.Standing standing) {
        return switch (standing) {
            case DeviceTest.Standing.None _ -> Styles.TEXT_MUTED;
            case DeviceTest.Standing.Running _ -> Styles.TEXT_MUTED;
            case DeviceTest.Standing.Rested _ -> Styles.SUCCESS;
            case DeviceTest.Standing.Fine _ -> Styles.SUCCESS;
            case DeviceTest.Standing.TooShort _ -> Styles.DANGER;
            case DeviceTest.Standing.Refused _ -> Styles.DANGER;
        };
    }
}
