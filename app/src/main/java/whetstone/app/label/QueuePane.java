package whetstone.app.label;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import whetstone.app.Words;

/** The clips worth labelling, the most valuable first, each with its picture and why. FX thread. */
final class QueuePane extends VBox {
    private static final double CELL_HEIGHT = 84;

    private final ListView<QueueEntry> list = new ListView<>();
    private final Words words;
    private final Queue queue;

    QueuePane(Words words, LabelModel model) {
        this.words = words;
        this.queue = model.queue();
        getStyleClass().add("queue");
        Label title = new Label(words.get("queue"));
        title.getStyleClass().add("section-title");
        Label count = new Label();
        count.getStyleClass().add("queue-count");
        model.queue().stateProperty().subscribe(_ -> count.setText(countWords()));
        model.queue().entries().addListener((ListChangeListener<QueueEntry>) _ -> count.setText(countWords()));
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
        getChildren().addAll(title, count, list);
    }

    private String countWords() {
        return switch (queue.stateProperty().get()) {
            case READING -> words.get("queue.reading");
            case CLIPS -> queue.entries().size() == 1 ? words.get("queue.count.one") : words.get("queue.count", queue.entries().size());
            case NO_DATASET, NO_ROLLOUTS, NOTHING_LEFT -> words.get("queue.empty");
        };
    }
}
