package whetstone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes pictures of what is laid out before it, into a folder. FX thread. */
final class Photographs {
    private final Path folder;
    /** Never shown: the headless platform's screen is smaller than these pictures, a scene alone is not. */
    private Scene scene = new Scene(new Group());
    private Shot shot = new Shot(1, 1, javafx.application.ColorScheme.DARK);

    Photographs(Path folder) {
        this.folder = folder;
    }

    /** Lays this out in a shot's size, so that it reads what fits. */
    void show(Parent root, Shot next) {
        scene.setRoot(new Group());
        scene = new Scene(root, next.width(), next.height());
        shot = next;
        layOut();
    }

    /** Outside a window no pulse does. */
    void layOut() {
        scene.snapshot(null);
    }

    /** The hand on what is shown now. */
    HandOnStick hand() {
        return new HandOnStick(scene);
    }

    /** Whether what is shown has such a node. @param selector as in a style sheet */
    boolean shows(String selector) {
        return scene.lookup(selector) != null;
    }

    /** @param what is seen, the beginning of the file's name */
    void take(String what) {
        // Gives their look to shapes that came since the last.
        layOut();
        WritableImage picture = scene.snapshot(new WritableImage(shot.width(), shot.height()));
        Path file = folder.resolve(shot.file(what));
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The picture " + file + " can't be written.", unwritable);
        }
        System.out.println(file);
    }
}
