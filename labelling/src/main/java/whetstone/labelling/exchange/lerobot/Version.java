package whetstone.labelling.exchange.lerobot;

/** The layouts of LeRobot datasets: until 2025 a file an episode, since then many episodes a file. */
enum Version {
    V2_1("v2.1"), V3_0("v3.0");

    private final String written;

    Version(String written) {
        this.written = written;
    }

    /** As {@code info.json} says it. */
    String written() {
        return written;
    }

    /** The format's name on the command line. */
    String format() {
        return "lerobot-" + written;
    }
}
