package whetstone.model.learning.dl4j;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** PyTorch in a Python process that trains when asked; see {@code tests/benchmarks/torch_training.py}. */
final class TorchProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final String greeting;

    private TorchProcess(String python, Map<String, Object> network) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(python, Path.of("benchmarks", "torch_training.py").toString());
        builder.environment().put("OMP_NUM_THREADS", "1");
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        answers = process.inputReader();
        questions = process.outputWriter();
        greeting = ask(new ObjectMapper().writeValueAsString(network));
    }

    /** Empty where that Python or its PyTorch is missing. */
    static Optional<TorchProcess> start(String python, Map<String, Object> network) {
        try {
            TorchProcess torch = new TorchProcess(python, network);
            if (torch.greeting.startsWith("ready")) {
                return Optional.of(torch);
            }
            torch.close();
            return Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    String version() {
        return greeting.substring("ready ".length());
    }

    Measured train(int batches) throws IOException {
        String[] numbers = ask(String.valueOf(batches)).split(" ");
        return new Measured(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }

    private String ask(String line) throws IOException {
        questions.write(line);
        questions.newLine();
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("PyTorch ended before it answered");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Seconds on the clock and of the processor for a number of mini-batches, and the loss of the last. */
    record Measured(double wall, double processor, double loss) {
        Measured plus(Measured next) {
            return new Measured(wall + next.wall, processor + next.processor, next.loss);
        }
    }
}
