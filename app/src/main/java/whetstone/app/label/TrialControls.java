package whetstone.app.label;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.model.policy.PolicyVersion;

/** "Try it" and "Try the policy" in the picture's lower left corner; where they can't serve, their tooltip says why. FX thread. */
final class TrialControls extends HBox {
    /** The driver may change while this is seen: its name is in the tooltips. */
    TrialControls(Words words, Trials trials, Workbench workbench) {
        getStyleClass().add("trial-controls");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Button labels = button("try", new FontIcon(Feather.PLAY_CIRCLE), trials::tryLabels);
        labels.setText(words.get("try"));
        Button policy = button("try-policy", new FontIcon(Feather.NAVIGATION), trials::tryPolicy);
        policy.getStyleClass().add("policy");
        Tooltip labelsTip = new Tooltip();
        Tooltip policyTip = new Tooltip();
        getChildren().addAll(told(labels, labelsTip), told(policy, policyTip));
        Runnable say = () -> {
            Optional<String> hindrance = trials.hindranceProperty().get();
            Optional<String> driver = workbench.driverProperty().get().map(PolicyVersion::name);
            policy.setText(driver.orElse(""));
            labels.setDisable(hindrance.isPresent());
            policy.setDisable(hindrance.isPresent() || driver.isEmpty());
            labelsTip.setText(hindrance.orElseGet(() -> driver.isPresent() ? words.get("try.tip", driver.get()) : words.get("try.tip.alone")));
            policyTip.setText(hindrance.orElseGet(() -> driver.isPresent() ? words.get("try.policy.tip", driver.get()) : words.get("try.noPolicy")));
        };
        trials.hindranceProperty().addListener((_, _, _) -> say.run());
        workbench.driverProperty().addListener((_, _, _) -> say.run());
        say.run();
    }

    private Button button(String id, FontIcon icon, Runnable verb) {
        Button button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().addAll(Styles.FLAT, "picture-button");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> verb.run());
        return button;
    }

    /** A disabled button shows no tooltip of its own. */
    private static StackPane told(Button button, Tooltip tip) {
        StackPane around = new StackPane(button);
        Tooltip.install(around, tip);
        return around;
    }
}
