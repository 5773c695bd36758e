package whetstone.app.study;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import whetstone.app.Failure;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.app.calibration.CalibrationTask;
import whetstone.app.label.GuidedClip;
import whetstone.labelling.Dataset;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;
import whetstone.labelling.study.PeopleStudy;

/**
 * The guided session of the study for a person: consent, calibration, both conditions, what came of it. It can be left at any moment; what
 * was labelled until then stays in the session's own file. Nothing leaves the machine. FX thread.
 */
public final class StudyWindow {
    private final BorderPane root = new BorderPane();
    private final Label where = new Label();
    private final Label said = new Label();
    private final Button next;
    private final Words words = Words.of("study");
    private final Workbench workbench;
    private final Function<Path, Dataset> creating;
    private final Path folder;
    private final PeopleStudy study;
    private final GuidedClip clip;
    private final CalibrationTask calibration;
    private final ConsentPane consent;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            calibration.pulse(Ticker.SYSTEM.nanos());
        }
    };
    private Optional<StudySession> session = Optional.empty();
    private int at = -1;

    /**
     * @param program whose threads, training and stick are used; the session has a workbench and a file of its own
     * @param creating makes a dataset file
     * @param folder where sessions are kept
     * @param mouse takes the mouse's place over the picture, -1 at its left edge to 1 at its right
     */
    public StudyWindow(Workbench program, StickPoller poller, Function<Path, Dataset> creating, Path folder, PeopleStudy study,
                       DoubleConsumer mouse) {
        this.workbench = new Workbench(program.threads(), program.training());
        this.creating = creating;
        this.folder = folder;
        this.study = study;
        program.stickNameProperty().subscribe(workbench::steerWith);
        this.clip = new GuidedClip(workbench, poller, mouse);
        this.calibration = new CalibrationTask(workbench, poller, Ticker.SYSTEM, new ReadOnlyBooleanWrapper(true), mouse, () -> { }, this::next);
        // On and back are this window's own.
        calibration.pane().lookup("#calibration-back").setVisible(false);
        this.consent = new ConsentPane(words);
        this.next = new Button(words.get("next"));
        workbench.noticeProperty().subscribe(said::setText);
        calibration.doneProperty().subscribe(done -> offer(at == 0 && !done));
        root.getStyleClass().add("study");
        root.getStylesheets().add("/whetstone/css/study.css");
        root.setTop(head());
        root.setBottom(foot());
        ask();
    }

    public Parent node() {
        return root;
    }

    private HBox head() {
        Label title = new Label(words.get("title"));
        title.getStyleClass().add(Styles.TITLE_3);
        where.getStyleClass().add(Styles.TEXT_MUTED);
        HBox head = new HBox(14, title, where);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("study-head");
        return head;
    }

    private HBox foot() {
        next.setId("study-next");
        next.setOnAction(_ -> next());
        said.getStyleClass().add("study-said");
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox foot = new HBox(14, said, next);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("study-foot");
        return foot;
    }

    private void ask() {
        root.setCenter(consent);
        where.setText(words.get("where.consent"));
        next.disableProperty().bind(consent.givenProperty().not());
    }

    /** On to what comes next: from the consent the session is made first. */
    void next() {
        if (session.isEmpty()) {
            begin();
        } else {
            at++;
            show(session.get().steps().get(Math.min(at, session.get().steps().size() - 1)));
        }
    }

    private void begin() {
        next.disableProperty().unbind();
        next.setDisable(true);
        workbench.say(words.get("preparing"));
        String code = consent.code();
        CompletableFuture.supplyAsync(() -> StudySession.begin(folder, code, study, creating), workbench.threads().background())
                .whenCompleteAsync((made, failure) -> {
                    if (failure != null) {
                        workbench.say(Failure.sentence(failure));
                        next.disableProperty().bind(consent.givenProperty().not());
                    } else {
                        workbench.say("");
                        session = Optional.of(made);
                        workbench.open(made.dataset());
                        workbench.nameExpert(code);
                        next();
                    }
                }, workbench.threads().fx());
    }

    private void show(StudySession.Step step) {
        calibration.cancel();
        pulse.stop();
        clip.leave();
        next.setVisible(true);
        next.setDisable(false);
        offer(step instanceof StudySession.Step.Calibrate && !calibration.doneProperty().getValue());
        switch (step) {
            case StudySession.Step.Calibrate _ -> {
                where.setText(words.get("where.calibrate"));
                root.setCenter(calibration.pane());
                pulse.start();
            }
            case StudySession.Step.Begin(PeopleStudy.Arm arm, boolean first) -> {
                where.setText(words.get(first ? "where.first" : "where.second"));
                root.setCenter(text(words.get(arm.feedback() ? "begin.slow" : "begin.live")));
            }
            case StudySession.Step.Clip(PeopleStudy.Arm arm, long rollout, var range, int number, int of) -> {
                where.setText(words.get("where.clip", number, of));
                next.setVisible(false);
                root.setCenter(clip.node());
                clip.record(rollout, range, arm.speed(), arm.feedback(), this::next);
            }
            case StudySession.Step.End _ -> end();
        }
    }

    /** @param skipping there is a task to start first: going on without it is the second choice */
    private void offer(boolean skipping) {
        next.setText(words.get(skipping ? "skip" : "next"));
        next.getStyleClass().remove(Styles.ACCENT);
        if (!skipping) {
            next.getStyleClass().add(Styles.ACCENT);
        }
    }

    private void end() {
        where.setText(words.get("where.end"));
        next.setVisible(false);
        StudySession ended = session.orElseThrow();
        workbench.read(_ -> ended.rows(), rows -> root.setCenter(new ResultPane(words, workbench, ended, rows)));
    }

    private static Node text(String words) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.getStyleClass().add("study-text");
        text.setMaxWidth(640);
        text.setMinHeight(Region.USE_PREF_SIZE);
        BorderPane centred = new BorderPane(text);
        BorderPane.setAlignment(text, Pos.CENTER);
        return centred;
    }

    /** The window closes, wherever the session is: its file keeps what was labelled. @return a sentence on where, if there is a file */
    public Optional<String> close() {
        pulse.stop();
        calibration.cancel();
        clip.leave();
        Optional<String> kept = session.map(made -> words.get("kept", made.dataset().file()));
        session.ifPresent(made -> CompletableFuture.runAsync(() -> { }, workbench.threads().drive())
                .thenRunAsync(made.dataset()::close, workbench.threads().background()));
        return kept;
    }

    Optional<StudySession> session() {
        return session;
    }

    List<String> spoken() {
        return List.of(where.getText(), said.getText());
    }
}
