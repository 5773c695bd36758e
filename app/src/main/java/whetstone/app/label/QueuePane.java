package whetstone.app.label;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;

/** The clips worth labelling, the most valuable first, each with its picture and why. FX thread. */
final class QueuePane extends VBox {
    private static final double CELL_HEIGHT = 84;

    private final ListView<QueueEntry> list = new ListView<>();
    private final Words words;
    private final Queue queue;
    private double speed = Speeds.FIRST;

    QueuePane(Words words, LabelModel model) {
        this.words = words;
        this.queue = model.queue();
        getStyleClass().add("queue");
        Label count = new Label();
        count.getStyleClass().add("queue-count");
        count.setWrapText(true);
        queue.entries().addListener((ListChangeListener<QueueEntry>) _ -> count.setText(countWords()));
        for (ObservableValue<?> changing : List.of(queue.stateProperty(), queue.minutesProperty(), queue.lookingProperty(),
                model.player().speedProperty())) {
            changing.subscribe(_ -> {
                speed = model.player().speedProperty().get();
                count.setText(countWords());
            });
        }
        list.setId("queue");
        list.setItems(model.queue().entries());
        list.setFixedCellSize(CELL_HEIGHT);
        list.setFocusTraversable(false);
        list.getStyleClass().addAll("queue-list", atlantafx.base.theme.Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> new ClipCell(words, queue));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                model.choose(chosen);
            }
        });
        model.queue().chosenProperty().addListener((_, _, chosen) -> chosen.ifPresentOrElse(entry -> {
            list.getSelectionModel().select(entry);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1));
        }, list.getSelectionModel()::clearSelection));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), count, list);
    }

    private HBox head() {
        Label title = new Label(words.get("queue"));
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button anew = new Button(null, new FontIcon(Feather.REFRESH_CW));
        anew.setId("rank-anew");
        anew.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        anew.setTooltip(new Tooltip(words.get("queue.anew.tip")));
        anew.setFocusTraversable(false);
        anew.setOnAction(_ -> queue.rankAnew());
        HBox head = new HBox(title, gap, new TimeChoice(words, queue), anew);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("queue-head");
        return head;
    }

    private String countWords() {
        return switch (queue.stateProperty().get()) {
            case READING -> words.get("queue.reading");
            case CLIPS -> clipsInWords() + (queue.lookingProperty().get() ? words.get("queue.looking") : "");
            case NO_DATASET, NO_ROLLOUTS, NOTHING_LEFT -> words.get("queue.empty");
        };
    }

    private String clipsInWords() {
        int clips = queue.entries().size();
        String count = clips == 1 ? words.get("queue.count.one") : words.get("queue.count", clips);
        if (queue.minutesProperty().get().isEmpty()) {
            return count;
        }
        long seconds = Math.round(queue.secondsOfWork());
        return words.get("queue.plan", clips == 1 ? words.get("queue.plan.one") : words.get("queue.plan.many", clips), seconds / 60, seconds % 60,
                Speeds.text(speed));
    }
}
