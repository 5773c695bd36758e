package whetstone.app;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import whetstone.app.study.StudyWindow;

/** The window of its own in which a person takes part in the study; the program waits behind it. FX thread. */
final class StudyStage {
    static final int WIDTH = 1120;
    static final int HEIGHT = 780;

    private StudyStage() {}

    /** The study with the program's look. */
    static Parent root(Theme theme, StudyWindow study) {
        StackPane root = new StackPane(study.node());
        root.getStyleClass().addAll("whetstone", theme.darkProperty().get() ? "dark" : "light");
        root.getStylesheets().add(StudyStage.class.getResource("/whetstone/css/window.css").toExternalForm());
        return root;
    }

    static Stage open(Window owner, Theme theme, Workbench program, StudyWindow study) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.APPLICATION_MODAL);
        stage.setTitle(Words.of("study").get("title"));
        stage.setScene(new Scene(root(theme, study), WIDTH, HEIGHT));
        stage.setOnHidden(_ -> study.close().ifPresent(program::say));
        stage.show();
        return stage;
    }
}
