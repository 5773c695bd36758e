package whetstone.model.learning.dl4j;

import java.util.Optional;

/** What networks are computed on, with one sentence that says so to the user. */
public sealed interface Processor {
    /** What computes, and where a GPU was expected and does not, why. */
    String sentence();

    /**
     * The CPU.
     *
     * @param cores processor cores that this machine has
     * @param whyNoGpu one sentence where the user may have expected a GPU to compute
     */
    record Cpu(int cores, Optional<String> whyNoGpu) implements Processor {
        Cpu(int cores, String whyNoGpu) {
            this(cores, Optional.of(whyNoGpu));
        }

        @Override
        public String sentence() {
            return "CPU, " + cores + (cores == 1 ? " core." : " cores.") + whyNoGpu.map(why -> " " + why).orElse("");
        }
    }

    /**
     * A CUDA GPU.
     *
     * @param capability CUDA compute capability, major.minor
     */
    record Gpu(String name, String capability) implements Processor {
        @Override
        public String sentence() {
            return "GPU: " + name + ", compute capability " + capability + ".";
        }
    }

    /**
     * Decides from what is known before any native library is loaded.
     *
     * @param cudaBuilt whether DeepLearning4J's CUDA backend is on the class path ({@code -Pcuda})
     * @param report what nvidia-smi printed; empty where there is no such program or it failed
     */
    static Processor choose(boolean cudaBuilt, Optional<String> report, int cores) {
        Optional<GpuReport> gpu = report.flatMap(GpuReport::deciding);
        if (gpu.isEmpty()) {
            return new Cpu(cores, cudaBuilt ? Optional.of("No NVIDIA GPU was found, so networks train on the CPU.") : Optional.empty());
        }
        GpuReport found = gpu.get();
        if (!found.served()) {
            return new Cpu(cores, "The GPU " + found.name() + " has compute capability " + found.capability()
                    + ", and DeepLearning4J's CUDA build serves 3.7 to 8.x only, so networks train on the CPU.");
        }
        return cudaBuilt
                ? new Gpu(found.name(), found.capability())
                : new Cpu(cores, "The GPU " + found.name() + " could train networks: build with 'mvn -Pcuda' to use it.");
    }
}
