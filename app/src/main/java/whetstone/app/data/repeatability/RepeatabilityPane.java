package whetstone.app.data.repeatability;

import atlantafx.base.theme.Styles;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.RepeatShare;
import whetstone.app.Words;
import whetstone.app.Workbench;

/** How well labels repeat, with oneself and between experts, and what experts disagree on. FX thread. */
public final class RepeatabilityPane extends BorderPane {
    private final Words words;
    private final RepeatabilityModel model;

    public RepeatabilityPane(Workbench workbench, Words words) {
        this.words = words;
        this.model = new RepeatabilityModel(workbench, words, InstantSource.system());
        ExpertsPane experts = new ExpertsPane(words);
        PairsPane pairs = new PairsPane(words, model::open);
        SideBySidePane sideBySide = new SideBySidePane(words, model);
        HBox both = new HBox(16, experts, pairs);
        HBox.setHgrow(experts, Priority.ALWAYS);
        HBox.setHgrow(pairs, Priority.ALWAYS);
        experts.setPrefWidth(1);
        pairs.setPrefWidth(1);
        // What grows takes the room that there is, and no more.
        both.setMinHeight(0);
        experts.setMinHeight(0);
        pairs.setMinHeight(0);
        getStyleClass().add("repeatability");
        getStylesheets().add("/whetstone/css/repeatability.css");
        setTop(toolbar());
        setCenter(both);
        model.findingsProperty().subscribe(findings -> {
            experts.show(findings.repeatability());
            pairs.show(findings);
        });
        model.openedProperty().subscribe(opened -> {
            setCenter(opened.isPresent() ? sideBySide : both);
            opened.ifPresent(sideBySide::show);
        });
    }

    public void shown() {
        model.watch();
    }

    public void hidden() {
        model.unwatch();
    }

    RepeatabilityModel model() {
        return model;
    }

    private HBox toolbar() {
        Label about = new Label(words.get("repeat.about"));
        about.getStyleClass().add(Styles.TEXT_MUTED);
        about.setWrapText(true);
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        Button undo = new Button(words.get("settle.undo"), new FontIcon(Feather.ROTATE_CCW));
        undo.setId("settle-undo");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undo());
        model.settledProperty().subscribe(settled -> {
            undo.setVisible(settled.isPresent());
            undo.setManaged(settled.isPresent());
        });
        Label ask = new Label(words.get("repeat.share"));
        ask.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(10, about, undo, ask, shares());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("repeat-toolbar");
        return bar;
    }

    private ComboBox<Double> shares() {
        ComboBox<Double> box = new ComboBox<>();
        box.setId("repeat-share");
        box.getItems().setAll(RepeatShare.CHOICES);
        box.setConverter(new ShareNames(words));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setTooltip(new Tooltip(words.get("repeat.share.why")));
        model.shareProperty().subscribe(share -> box.setValue(share.doubleValue()));
        box.setOnAction(_ -> model.repeat(box.getValue()));
        return box;
    }

    /** Says 0 as "off". */
    private static final class ShareNames extends StringConverter<Double> {
        private final Words words;

        ShareNames(Words words) {
            this.words = words;
        }

        @Override
        public String toString(Double share) {
            return share == null || share == 0 ? words.get("repeat.off") : words.get("repeat.percent", share * 100);
        }

        @Override
        public Double fromString(String text) {
            throw new UnsupportedOperationException("shares are chosen, not typed");
        }
    }
}
