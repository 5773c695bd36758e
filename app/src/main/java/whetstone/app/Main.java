package whetstone.app;

/** Starts Whetstone: the window, or one of the commands. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("Whetstone");
    }
}
