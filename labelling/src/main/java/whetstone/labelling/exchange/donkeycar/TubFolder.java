package whetstone.labelling.exchange.donkeycar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.PictureFolder;

/** A tub's folder. What its files name is looked for in it alone: nothing outside is ever read, through a link neither. */
record TubFolder(Path folder) {
    private static final String IMAGES = "images";

    /** @throws DatasetException with a sentence where it is no tub */
    static TubFolder of(Path place) {
        Path folder = place.endsWith(TubManifest.NAME) ? place.toAbsolutePath().getParent() : place;
        if (!Files.isRegularFile(folder.resolve(TubManifest.NAME))) {
            throw new DatasetException(folder + " holds no " + TubManifest.NAME + ": choose the folder of a Donkeycar tub of version 2. Older "
                    + "tubs are converted by Donkeycar's script convert_to_tub_v2.py.");
        }
        return new TubFolder(folder);
    }

    String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /**
     * The bytes of one of its own files.
     *
     * @param place where the file is named, for the sentence
     */
    byte[] read(String name, long mostBytes, String place) {
        try {
            Path file = inside(name, place);
            if (!Files.isRegularFile(file)) {
                throw new DatasetException(place + ": " + name + " is missing: copy the whole tub again.");
            }
            if (Files.size(file) > mostBytes) {
                throw new DatasetException(place + ": " + name + " has " + (Files.size(file) >> 20) + " MB, more than the " + (mostBytes >> 20)
                        + " MB that are read of such a file.");
            }
            return Files.readAllBytes(file);
        } catch (IOException | InvalidPathException unreadable) {
            throw new DatasetException(place + ": " + name + " can't be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    String text(String name, long mostBytes, String place) {
        return new String(read(name, mostBytes, place), StandardCharsets.UTF_8);
    }

    private Path inside(String name, String place) throws IOException {
        requirePlain(name, place);
        Path file = folder.resolve(name);
        if (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
            throw new DatasetException(place + ": " + name + " is a link that leads out of the tub: copy the file itself there.");
        }
        return file;
    }

    /** The file of a picture. @param place where it is named, for the sentence */
    Path picture(String name, String place) {
        requirePlain(name, place);
        try {
            Path images = folder.resolve(IMAGES);
            if (Files.exists(images) && !images.toRealPath().startsWith(folder.toRealPath())) {
                throw new DatasetException(folder + ": " + IMAGES + " is a link that leads out of the tub: copy the pictures themselves there.");
            }
            return new PictureFolder(images).file(name, place);
        } catch (IOException unreadable) {
            throw new DatasetException(place + ": '" + name + "' can't be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    /** A tub names its files by their bare names; what is more than that leads elsewhere. */
    private static void requirePlain(String name, String place) {
        if (name.isBlank() || name.length() > 255 || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0
                || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            String shown = name.length() > 60 ? name.substring(0, 60) + "..." : name;
            throw new DatasetException(place + ": '" + shown + "' is not the name of a file in the tub: correct it, or take this out.");
        }
    }
}
