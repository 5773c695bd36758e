package org.nd4j.nativeblas;

/**
 * Lets DeepLearning4J 1.0.0-M2.1 find out that oneDNN is there. Its layers ask a class of this name by reflection, which an earlier
 * release had in this package; without an answer they compute convolutions about ten times slower. The question is passed on to where
 * the class lives now. Found only on the class path: a package split over two jars cannot be in a named module.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** The part of the former class that is asked. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /** Called by name from {@code org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper}. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Whether the native library was built with oneDNN and uses it; oneDNN was called MKL-DNN then. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
        }
    }
}
