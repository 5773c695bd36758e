package whetstone.model.learning.dl4j;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.deeplearning4j.config.DL4JClassLoading;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * DeepLearning4J itself, started once per process by whoever asks first: it finds out what there is to compute on, chooses the backend,
 * loads the native library (about a second) and switches oneDNN on. Any thread; the first callers wait for the same start.
 */
public final class Engine {
    private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";
    /** java.util.logging holds its loggers weakly: these keep the levels that were set. */
    private static final List<Logger> QUIET =
            Stream.of("org.nd4j", "org.deeplearning4j", "org.bytedeco").map(Logger::getLogger).toList();

    private Engine() {}

    /** ND4J lives once per process, and so does the outcome of starting it: made when this class is first touched. */
    private static final class Started {
        static final Processor PROCESSOR = start();
    }

    /**
     * Loads the engine where it is not loaded yet, and says what it computes on. To be called in the background, after the window is up.
     *
     * @throws IllegalStateException if the native library can't be loaded on this machine
     */
    public static Processor load() {
        try {
            return Started.PROCESSOR;
        } catch (LinkageError failure) {
            throw new IllegalStateException("DeepLearning4J's native library can't be loaded on this machine, so neural networks are not "
                    + "available; ridge policies are. (" + failure + ")", failure);
        }
    }

    /**
     * Limits the cores that the calling thread's computations take. OpenMP keeps its limit per thread: a limit set elsewhere is not
     * heard, so each thread that computes calls this itself.
     */
    static void limitCallingThread(int cores) {
        NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        operations.setOmpNumThreads(cores);
        Nd4j.getEnvironment().setMaxMasterThreads(cores);
        Nd4j.factory().blas().setMaxThreads(cores);
    }

    private static Processor start() {
        System.setProperty("org.nd4j.log.initialization", "false");
        // Read whenever a layer is made; DeepLearning4J switches its oneDNN layers off unless told.
        System.setProperty("org.eclipse.deeplearning4j.helpers.disable", "false");
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        DL4JClassLoading.setDl4jClassloader(Engine.class.getClassLoader());
        Processor processor = usable(Processor.choose(cudaBuilt(), new NvidiaSmi().report(), Runtime.getRuntime().availableProcessors()));
        ND4JClassLoading.setNd4jClassloader(new OneBackend(Engine.class.getClassLoader(), switch (processor) {
            case Processor.Cpu cpu -> "nd4j-cuda";
            case Processor.Gpu gpu -> "nd4j-native";
        }));
        Nd4j.zeros(1).addi(1);
        CrashReportingUtil.crashDumpsEnabled(false);
        return processor;
    }

    private static boolean cudaBuilt() {
        return backend(CUDA_BACKEND).isPresent();
    }

    private static Optional<Nd4jBackend> backend(String name) {
        return ServiceLoader.load(Nd4jBackend.class, Engine.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().equals(name)).findFirst().map(ServiceLoader.Provider::get);
    }

    /** The GPU where its libraries load, otherwise the CPU with the reason. */
    private static Processor usable(Processor chosen) {
        return switch (chosen) {
            case Processor.Cpu cpu -> cpu;
            case Processor.Gpu gpu -> backend(CUDA_BACKEND).filter(Engine::loads).isPresent() ? gpu
                    : new Processor.Cpu(Runtime.getRuntime().availableProcessors(), "The GPU " + gpu.name()
                            + " is not used because CUDA 11.6's libraries (cuBLAS, cuSOLVER) can't be loaded: install the CUDA 11.6 toolkit.");
        };
    }

    private static boolean loads(Nd4jBackend backend) {
        try {
            return backend.isAvailable();
        } catch (RuntimeException | LinkageError missingLibraries) {
            Logger.getLogger(Engine.class.getName()).log(Level.FINE, "The CUDA backend can't be used", missingLibraries);
            return false;
        }
    }
}
