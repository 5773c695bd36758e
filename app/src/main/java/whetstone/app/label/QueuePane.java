package whetstone.app.label;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
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
        ProgressBar done = new ProgressBar();
        done.getStyleClass().addAll(Styles.SMALL, "queue-done");
        done.setMaxWidth(Double.MAX_VALUE);
        done.managedProperty().bind(done.visibleProperty());
        for (ObservableValue<?> changing : List.of(queue.stateProperty(), queue.minutesProperty(), queue.lookingProperty(),
                queue.orderingProperty(), queue.plannedProperty(), model.player().speedProperty())) {
            changing.subscribe(_ -> {
                speed = model.player().speedProperty().get();
                show(count, done);
            });
        }
        queue.entries().addListener((ListChangeListener<QueueEntry>) _ -> show(count, done));
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
        getChildren().addAll(head(), count, done, list);
    }

    private void show(Label count, ProgressBar done) {
        count.setText(countWords());
        int planned = queue.plannedProperty().get();
        done.setVisible(queue.minutesProperty().get().isPresent() && planned > 0);
        done.setProgress(planned == 0 ? 0 : (double) done(planned) / planned);
    }

    private int done(int planned) {
        return Math.max(0, planned - queue.entries().size());
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
        if (queue.orderingProperty().get()) {
            return words.get("queue.ordering");
        }
        return switch (queue.stateProperty().get()) {
            case READING -> words.get("queue.reading");
            case CLIPS -> clipsInWords() + (queue.lookingProperty().get() ? words.get("queue.looking") : "");
            case NO_DATASET, NO_ROLLOUTS -> words.get("queue.none");
            case NOTHING_LEFT -> nothingLeft();
        };
    }

    private String nothingLeft() {
        OptionalInt minutes = queue.minutesProperty().get();
        if (minutes.isEmpty()) {
            return words.get("queue.empty");
        }
        int planned = queue.plannedProperty().get();
        return planned == 0 ? words.get("queue.none.fits", minutes.getAsInt(), Speeds.text(speed)) : words.get("queue.finished", planned);
    }

    private String clipsInWords() {
        int clips = queue.entries().size();
        String count = clips == 1 ? words.get("queue.count.one") : words.get("queue.count", clips);
        if (queue.minutesProperty().get().isEmpty()) {
            return count;
        }
        long seconds = Math.round(queue.secondsOfWork());
        String plan = words.get("queue.plan", clips == 1 ? words.get("queue.plan.one") : words.get("queue.plan.many", clips), seconds / 60,
                seconds % 60, Speeds.text(speed));
        int planned = queue.plannedProperty().get();
        return done(planned) == 0 ? plan : plan + words.get("queue.plan.done", done(planned), planned);
    }
}
