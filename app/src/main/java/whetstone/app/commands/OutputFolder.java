package whetstone.app.commands;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a command writes its results: each file appears whole or not at all. */
record OutputFolder(Path path) {
    /** Makes the folder where it is missing, so that a long run does not end with "can't be written". */
    static OutputFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        if (!Files.isWritable(path)) {
            throw new IOException("the folder is not writable");
        }
        return new OutputFolder(path);
    }

    Path write(String name, byte[] contents) throws IOException {
        Path target = path.resolve(name);
        // Not a temporary file of the system: that one would be readable by its owner only, and so would the result.
        Path unfinished = path.resolve("." + name + "." + ProcessHandle.current().pid() + ".unfinished");
        try {
            Files.write(unfinished, contents);
            move(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return target;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
