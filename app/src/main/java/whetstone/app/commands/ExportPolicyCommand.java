package whetstone.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.onnx.CameraSize;
import whetstone.labelling.exchange.onnx.PolicyExport;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.learning.RidgeTrainer;
import whetstone.model.learning.Trainers;
import whetstone.model.learning.dl4j.NetworkTrainer;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.onnx.PictureSize;

/** Exports a policy as an ONNX file that takes the camera's pictures as they are. */
@Command(name = "export-policy", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Export a policy as an ONNX file with its pre-processing inside, compared with the policy itself on 1,000 frames.")
public final class ExportPolicyCommand implements Callable<Integer> {
    private static final String LATEST = "latest";

    @Option(names = "--dataset", required = true, paramLabel = "FILE", description = "Dataset file.")
    private Path dataset = Path.of(".");

    @Option(names = "--policy", paramLabel = "NAME", defaultValue = LATEST, description = "Name of the version, or latest; default latest.")
    private String policy = LATEST;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "ONNX file to make, for example policy.onnx.")
    private Path out = Path.of(".");

    @Option(names = "--camera-size", paramLabel = "WxH",
            description = "Size of the camera's pictures on the robot; default as most recorded frames.")
    private Optional<String> cameraSize = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<PictureSize> wanted = cameraSize.map(this::size);
        try (Dataset file = SqliteDataset.open(dataset)) {
            if (Files.exists(out)) {
                throw new DatasetException(out + " is there already: choose another name with --out.");
            }
            PolicyVersion version = chosen(file.policies());
            PictureSize size = wanted.orElseGet(() -> CameraSize.of(file, version.description().input()));
            Trainers trainers = new Trainers(List.of(new RidgeTrainer(InstantSource.system()), new NetworkTrainer(InstantSource.system())));
            PolicyExport.Result result = new PolicyExport(trainers::judge).write(file, version, size, out, Progress.unseen());
            tell(version, result);
            return CommandLine.ExitCode.OK;
        } catch (DatasetException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private PolicyVersion chosen(List<PolicyVersion> versions) {
        if (versions.isEmpty()) {
            throw new DatasetException(dataset + " holds no policy yet: train one first.");
        }
        return policy.equals(LATEST) ? versions.getLast()
                : versions.stream().filter(version -> version.name().equals(policy)).reduce((_, newest) -> newest)
                        .orElseThrow(() -> new DatasetException("No policy in " + dataset + " is called '" + policy + "'; there are "
                                + versions.stream().map(PolicyVersion::name).collect(Collectors.joining(", ")) + "."));
    }

    private PictureSize size(String text) {
        String[] numbers = text.split("x");
        if (numbers.length != 2 || !numbers[0].matches("\\d{1,4}") || !numbers[1].matches("\\d{1,4}")) {
            throw new ParameterException(spec.commandLine(), "--camera-size is '" + text + "', not like 160x120.");
        }
        try {
            return new PictureSize(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), 3);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--camera-size is wrong: " + wrong.getMessage() + ".", wrong);
        }
    }

    private void tell(PolicyVersion version, PolicyExport.Result result) {
        spec.commandLine().getOut().printf("Exported %s to %s: takes pictures of %s, and differs from the policy by at most %.1e on %,d frames, "
                        + "%,d of them recorded.%n",
                version.name(), out, result.size(), result.worst(), result.frames(), result.recorded());
        result.data().ifPresent(data -> spec.commandLine().getOut().printf("Trained on %,d frames with SHA-256 %s.%n", data.frames(), data.sha256()));
        spec.commandLine().getOut().flush();
    }
}
