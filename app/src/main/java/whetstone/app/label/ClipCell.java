package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import whetstone.app.Words;

/** A clip in the queue: its picture, rollout and seconds, ticks or a second reason, the reasons as chips, its value as a bar. FX thread. */
final class ClipCell extends ListCell<QueueEntry> {
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final double BAR_HEIGHT = 54;

    private final Words words;
    private final Queue queue;
    private final ImageView picture = new ImageView();
    private final Label title = new Label();
    private final Label ticks = new Label();
    private final Label reason = new Label();
    private final Label second = new Label();
    private final Tooltip why = new Tooltip();
    private final Region bar = new Region();
    private final HBox card;
    private Optional<QueueEntry> pictured = Optional.empty();

    ClipCell(Words words, Queue queue) {
        this.words = words;
        this.queue = queue;
        getStyleClass().add("clip-cell");
        title.getStyleClass().add("clip-title");
        ticks.getStyleClass().add("clip-ticks");
        reason.getStyleClass().add("chip");
        second.getStyleClass().add("chip");
        bar.getStyleClass().add("value-bar");
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("clip-picture");
        frame.setMinSize(76, 52);
        frame.setMaxSize(76, 52);
        VBox text = new VBox(title, ticks, reason, second);
        for (Label line : List.of(ticks, second)) {
            line.managedProperty().bind(line.visibleProperty());
        }
        text.getStyleClass().add("clip-text");
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        StackPane value = new StackPane(bar);
        value.setAlignment(Pos.BOTTOM_CENTER);
        value.setMaxHeight(BAR_HEIGHT);
        card = new HBox(frame, text, value);
        card.getStyleClass().add("clip-card");
        card.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(QueueEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setGraphic(card);
        title.setText(words.get("queue.title", entry.rollout(), entry.seconds()));
        ticks.setText(words.get("queue.ticks", entry.range().from(), entry.range().to()));
        reason.setText(entry.reasons().getFirst());
        second.setVisible(entry.reasons().size() > 1);
        second.setText(entry.reasons().getLast());
        // A card is as high as three lines.
        ticks.setVisible(!second.isVisible());
        why.setText(entry.explained() + "\n" + ticks.getText());
        setTooltip(why);
        reason.pseudoClassStateChanged(URGENT, entry.urgent());
        bar.setMinHeight(Math.max(4, BAR_HEIGHT * entry.share()));
        bar.setMaxHeight(bar.getMinHeight());
        // What changed may be its reason alone: the picture then stays, without a flicker.
        if (pictured.filter(entry::sameClip).isPresent()) {
            return;
        }
        pictured = Optional.empty();
        picture.setImage(null);
        queue.thumbnail(entry, image -> {
            if (getItem() != null && getItem().sameClip(entry)) {
                picture.setImage(image);
                pictured = Optional.of(entry);
            }
        });
    }
}
