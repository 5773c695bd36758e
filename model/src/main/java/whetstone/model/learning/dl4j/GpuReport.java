package whetstone.model.learning.dl4j;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One GPU as {@code nvidia-smi --query-gpu=name,compute_cap --format=csv,noheader} reports it. The text comes from another program and
 * is trusted with nothing: a line that does not read as a name and a number counts as no GPU.
 */
record GpuReport(String name, int major, int minor) {
    private static final Pattern LINE = Pattern.compile("\\s*([\\w ./()+-]{1,80}?)\\s*,\\s*(\\d{1,2})\\.(\\d)\\s*");

    /**
     * The GPU that decides: the CUDA backend starts on every GPU of the machine, so the first that it does not serve, otherwise the
     * first.
     */
    static Optional<GpuReport> deciding(String report) {
        return report.lines().map(LINE::matcher).filter(Matcher::matches)
                .map(line -> new GpuReport(line.group(1), Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3))))
                .min(Comparator.comparing(GpuReport::served));
    }

    /** Machine code for 3.7 to 8.6 and nothing to compile for others is in nd4j-cuda-11.6; code serves newer minors of its major. */
    boolean served() {
        return major > 3 && major <= 8 || major == 3 && minor >= 7;
    }

    String capability() {
        return major + "." + minor;
    }
}
