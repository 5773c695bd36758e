package whetstone.model.environment.supertuxkart;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import whetstone.model.environment.EnvironmentException;

/**
 * An outside program that ends when this one does, however that ends: a shell waits for its input to close and then ends the program.
 * The shell's script is a constant; the command reaches it as arguments, so that no name of a file is ever read as a script.
 * It can be halted and continued (SIGSTOP, SIGCONT). One thread; {@link #close} from any.
 */
final class Guarded implements AutoCloseable {
    /** The first line of output is the program's process number; its own output follows. */
    private static final String GUARD = """
            trap '' INT TERM HUP
            remove=$1
            shift
            sh -c 'echo $$; exec "$@"' sh "$@" </dev/null 2>/dev/null &
            cat >/dev/null
            kill -KILL $! 2>/dev/null
            wait $!
            if [ -n "$remove" ]; then rm -rf -- "$remove"; fi
            """;
    private static final int STOP = 19;
    private static final int CONTINUE = 18;

    private final Process shell;
    private final BoundedLines lines;
    private final long program;

    private Guarded(Process shell, BoundedLines lines, long program) {
        this.shell = shell;
        this.lines = lines;
        this.program = program;
    }

    /**
     * @param environment variables beside this process's own
     * @throws EnvironmentException if it can't be started
     */
    static Guarded start(List<String> command, Map<String, String> environment, Path folder) {
        return start(command, environment, folder, "");
    }

    /** Starts it in a folder that goes with it: whatever ends the program, the folder is removed then, with all that is in it. */
    static Guarded startIn(Path temporary, List<String> command, Map<String, String> environment) {
        return start(command, environment, temporary, temporary.toAbsolutePath().toString());
    }

    private static Guarded start(List<String> command, Map<String, String> environment, Path folder, String removed) {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "sh", removed));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            Process shell = builder.start();
            BoundedLines lines = new BoundedLines(shell.getInputStream(), Telemetry.LONGEST_LINE);
            String number = lines.next().orElseThrow(() -> new IOException("its shell ended at once"));
            return new Guarded(shell, lines, Long.parseLong(number.strip()));
        } catch (IOException | NumberFormatException failure) {
            throw new EnvironmentException("'" + command.getFirst() + "' can't be started: " + failure.getMessage(), failure);
        }
    }

    BoundedLines lines() {
        return lines;
    }

    boolean alive() {
        return ProcessHandle.of(program).map(ProcessHandle::isAlive).orElse(false);
    }

    void halt() {
        signal(STOP);
    }

    void proceed() {
        signal(CONTINUE);
    }

    @SuppressWarnings("restricted")
    private void signal(int number) {
        try {
            int failed = (int) Kill.HANDLE.invokeExact((int) program, number);
            if (failed != 0) {
                throw new EnvironmentException("process " + program + " ended by itself");
            }
        } catch (EnvironmentException | Error passed) {
            throw passed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("the C library's kill can't be called", impossible);
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(5, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException alreadyClosed) {
            shell.destroyForcibly();
        } catch (InterruptedException interrupted) {
            shell.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        ProcessHandle.of(program).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Java can end a process but neither halt nor continue one. */
    private static final class Kill {
        static final MethodHandle HANDLE = handle();

        @SuppressWarnings("restricted")
        private static MethodHandle handle() {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow("kill"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        }
    }
}
