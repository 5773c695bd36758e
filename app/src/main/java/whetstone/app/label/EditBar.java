package whetstone.app.label;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/** The tools of editing, above the timeline while labels are edited: what the mouse does, what the verbs act on, and the verbs. FX thread. */
final class EditBar extends VBox {
    private final Words words;

    EditBar(Words words, EditModel edit) {
        this.words = words;
        getStyleClass().add("edit-bar");
        setId("edit-bar");
        visibleProperty().bind(edit.editingProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(about(edit), verbs(edit));
    }

    private HBox about(EditModel edit) {
        Label hint = new Label(words.get("edit.hint"));
        hint.getStyleClass().add("edit-hint");
        hint.setMinWidth(0);
        hint.setTooltip(new Tooltip(words.get("edit.hint.tip")));
        Label target = new Label();
        target.getStyleClass().add("edit-target");
        target.setMinWidth(Region.USE_PREF_SIZE);
        target.textProperty().bind(edit.targetProperty().map(this::told));
        Button done = button("edit.done", Optional.empty(), true, edit::leave);
        done.getStyleClass().add(Styles.ACCENT);
        HBox line = new HBox(hint, gap(), target, done);
        line.getStyleClass().add("edit-about");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String told(EditTarget target) {
        if (target.isEmpty()) {
            return words.get(target.marked() ? "edit.target.rejected" : "edit.target.none");
        }
        return words.get(target.marked() ? "edit.target.marked" : "edit.target.labels", target.seconds());
    }

    private HBox verbs(EditModel edit) {
        ObservableValue<Boolean> nothing = edit.targetProperty().map(EditTarget::isEmpty);
        ObservableValue<Boolean> unmarked = edit.targetProperty().map(target -> !target.marked());
        ObservableValue<Boolean> allSaid = edit.targetProperty().map(target -> !target.unsaid());
        ObservableValue<Boolean> tooFew = edit.keys().allProperty().map(keys -> keys.size() < 2);
        HBox scale = group("edit.scale", icon("edit.weaker", Feather.MINUS, edit::weaker), icon("edit.stronger", Feather.PLUS, edit::stronger));
        HBox shift = group("edit.shift", icon("edit.earlier", Feather.ARROW_LEFT, () -> edit.shiftBy(-1)),
                icon("edit.later", Feather.ARROW_RIGHT, () -> edit.shiftBy(1)),
                icon("edit.right", Feather.ARROW_UP, () -> edit.steerBy(1)), icon("edit.left", Feather.ARROW_DOWN, () -> edit.steerBy(-1)));
        Button smooth = button("edit.smooth", Optional.empty(), true, edit::smooth);
        Button mirror = button("edit.mirror", Optional.empty(), true, edit::mirror);
        Button join = button("edit.join", Optional.empty(), true, edit::interpolate);
        Button rest = button("edit.rest", Optional.empty(), true, edit::approveTheRest);
        smooth.disableProperty().bind(nothing);
        scale.disableProperty().bind(nothing);
        shift.disableProperty().bind(nothing);
        mirror.disableProperty().bind(unmarked);
        join.disableProperty().bind(tooFew);
        rest.disableProperty().bind(allSaid);
        HBox line = new HBox(smooth, scale, shift, mirror, button("edit.key", Optional.empty(), true, edit::keyFrame), join, gap(), rest);
        line.getStyleClass().add("edit-verbs");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox group(String key, Node... buttons) {
        Label name = new Label(words.get(key));
        name.getStyleClass().add("edit-group-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox group = new HBox(name);
        group.getChildren().addAll(buttons);
        group.getStyleClass().add("edit-group");
        group.setAlignment(Pos.CENTER_LEFT);
        return group;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Button icon(String key, Ikon icon, Runnable verb) {
        Button button = button(key, Optional.of(icon), false, verb);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }

    private Button button(String key, Optional<Ikon> icon, boolean text, Runnable verb) {
        Button button = new Button(text ? words.get(key) : null);
        icon.ifPresent(picture -> button.setGraphic(new FontIcon(picture)));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(words.get(key + ".tip")));
        button.setOnAction(_ -> verb.run());
        return button;
    }
}
