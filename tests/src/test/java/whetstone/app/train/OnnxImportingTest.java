package whetstone.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.ForeignModels;
import whetstone.model.policy.onnx.Probation;
import whetstone.model.policy.onnx.SkywayPolicies;

/** A model of others on its way into the dataset file: looked at, mapped in a real window, tried, kept. */
class OnnxImportingTest {
    private static final Duration MOST = Duration.ofSeconds(40);
    private static final byte[] MODEL = ForeignModels.ownExport(SkywayPolicies.convolutional());

    @TempDir Path folder;
    private Threads threads;
    private Dataset dataset;
    private Workbench workbench;
    private OnnxImporting importing;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        SkywayDataset.byExpert(dataset, "alpha", 3, 1);
        file = Files.write(folder.resolve("theirs.onnx"), MODEL);
        HeadlessWindow.onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            workbench.open(dataset);
            importing = new OnnxImporting(workbench, Words.of("onnx"), Probation.usual());
        });
    }

    @AfterEach
    void close() {
        threads.close();
        dataset.close();
    }

    @Test
    void theFormStartsAsTheModelSays() {
        ForeignChoice choice = looked();
        assertThat(HeadlessWindow.onFx(() -> new MappingForm(choice, Words.of("onnx")).description())).isEqualTo(ForeignModels.ownExport());
    }

    @Test
    void aSizeThatTheModelFixesIsNotAskedFor() {
        ForeignChoice choice = looked();
        assertThat(HeadlessWindow.onFx(() -> new MappingForm(choice, Words.of("onnx")).lookupAll(".text-field").stream()
                .limit(2).allMatch(field -> field.isDisabled()))).isTrue();
    }

    @Test
    void aScaleThatIsNoNumberIsExplained() {
        ForeignChoice choice = looked();
        String complaint = HeadlessWindow.onFx(() -> {
            MappingForm form = new MappingForm(choice, Words.of("onnx"));
            TextField scale = (TextField) form.lookupAll(".text-field").stream().skip(2).findFirst().orElseThrow();
            scale.setText("half");
            return ((Label) form.lookup(".mapping-complaint")).getText();
        });
        assertThat(complaint).isEqualTo("'half' is no number for steer");
    }

    @Test
    void aMappingWithoutAnOutputIsNotComplete() {
        ForeignChoice choice = looked();
        assertThat(HeadlessWindow.onFx(() -> {
            MappingForm form = new MappingForm(choice, Words.of("onnx"));
            ComboBox<?> element = (ComboBox<?>) form.lookupAll(".combo-box").stream().reduce((_, last) -> last).orElseThrow();
            element.getSelectionModel().selectLast();
            return form.completeProperty().get();
        })).isFalse();
    }

    @Test
    void aModelThatPassesIsKept() {
        ForeignChoice choice = looked();
        HeadlessWindow.onFx(() -> importing.bring(choice, ForeignModels.ownExport()));
        HeadlessWindow.await("the policy", MOST, () -> workbench.noticeProperty().get().startsWith("theirs was imported ("));
        assertThat(dataset.policies()).extracting(PolicyVersion::name).containsExactly("theirs");
    }

    @Test
    void aFileThatIsNoModelIsExplained() throws IOException {
        Files.writeString(file, "not a model at all");
        HeadlessWindow.onFx(() -> importing.look(file, _ -> { }));
        HeadlessWindow.await("the sentence", MOST, () -> workbench.noticeProperty().get().startsWith("theirs.onnx was not imported: the file is no ONNX model"));
    }

    private ForeignChoice looked() {
        CompletableFuture<ForeignChoice> choice = new CompletableFuture<>();
        HeadlessWindow.onFx(() -> importing.look(file, choice::complete));
        HeadlessWindow.await("the model", MOST, choice::isDone);
        return choice.join();
    }
}
