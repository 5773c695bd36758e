package whetstone.app.study;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Failure;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.study.PeopleStudy;
import whetstone.labelling.study.PeopleStudyCsv;

/** What came of a session, and a way to take it along as a table. FX thread. */
final class ResultPane extends VBox {
    private final Words words;
    private final Workbench workbench;
    private final StudySession session;
    private final List<PeopleStudy.Row> rows;

    ResultPane(Words words, Workbench workbench, StudySession session, List<PeopleStudy.Row> rows) {
        super(20);
        this.words = words;
        this.workbench = workbench;
        this.session = session;
        this.rows = rows;
        setAlignment(Pos.CENTER);
        Label thanks = new Label(words.get("end.text", session.dataset().file()));
        thanks.setWrapText(true);
        thanks.setMaxWidth(680);
        thanks.setMinHeight(Region.USE_PREF_SIZE);
        thanks.getStyleClass().add("study-text");
        Button save = new Button(words.get("end.save"), new FontIcon(Feather.DOWNLOAD));
        save.setId("study-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(_ -> chosen().ifPresent(this::write));
        getChildren().addAll(thanks, table(), save);
    }

    private GridPane table() {
        GridPane table = new GridPane(28, 10);
        table.setMaxWidth(Region.USE_PREF_SIZE);
        table.getStyleClass().add("study-result");
        List<String> head = List.of("", "end.labels", "end.given", "end.repaired", "end.perMinute");
        for (int column = 1; column < head.size(); column++) {
            add(table, words.get(head.get(column)), column, 0, Styles.TEXT_MUTED);
        }
        for (PeopleStudy.Arm arm : PeopleStudy.order(session.person())) {
            int row = table.getRowCount();
            PeopleStudy.Summary summary = PeopleStudy.Summary.of(arm, rows.stream().filter(one -> one.arm() == arm).toList());
            add(table, words.get(arm.feedback() ? "end.slow" : "end.live"), 0, row, Styles.TEXT_BOLD);
            add(table, String.valueOf(summary.labels()), 1, row, "number");
            add(table, error(summary.rawError()), 2, row, "number");
            add(table, error(summary.repairedError()), 3, row, "number");
            add(table, String.format(Locale.ROOT, "%.0f", summary.labelsPerMinute()), 4, row, "number");
        }
        return table;
    }

    private static String error(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static void add(GridPane table, String text, int column, int row, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
        table.add(label, column, row);
    }

    private Optional<Path> chosen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("end.save"));
        chooser.setInitialFileName("study-" + session.code() + ".csv");
        return workbench.files().save(chooser, getScene().getWindow());
    }

    void write(Path file) {
        CompletableFuture.runAsync(() -> PeopleStudyCsv.write(file, session.code(), session.person(), rows), workbench.threads().background())
                .whenCompleteAsync((_, failure) -> workbench.say(failure == null ? words.get("end.saved", rows.size(), file)
                        : Failure.sentence(failure)), workbench.threads().fx());
    }
}
