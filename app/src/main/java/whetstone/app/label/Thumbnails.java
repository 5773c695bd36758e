package whetstone.app.label;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import whetstone.labelling.Dataset;
import whetstone.model.Picture;
import whetstone.model.Rollout;

/** Small pictures of the queue's clips, read and scaled off the FX thread; the most recently used are kept. FX thread. */
final class Thumbnails {
    private static final int KEPT = 200;
    private static final PictureSize SIZE = new PictureSize(76, 50);

    private final Map<Key, CompletableFuture<Image>> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final Executor read;

    Thumbnails(Executor read) {
        this.read = read;
    }

    private record Key(long rollout, int tick) {}

    /** The front camera's picture at a tick; completes on a reading thread. */
    CompletableFuture<Image> of(Dataset dataset, long rollout, int tick) {
        CompletableFuture<Image> image = kept.computeIfAbsent(new Key(rollout, tick),
                _ -> CompletableFuture.supplyAsync(() -> image(front(dataset.rollout(rollout), tick)), read));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return image;
    }

    void clear() {
        kept.clear();
    }

    private static Picture front(Rollout rollout, int tick) {
        return rollout.step(tick).seen().picture(rollout.info().environment().frontCamera().name());
    }

    private static Image image(Picture picture) {
        PictureSize fitted = PictureSize.fit(picture.width(), picture.height(), SIZE.width(), SIZE.height());
        WritableImage image = new WritableImage(fitted.width(), fitted.height());
        image.getPixelWriter().setPixels(0, 0, fitted.width(), fitted.height(), PixelFormat.getIntArgbInstance(),
                means(picture, fitted), 0, fitted.width());
        return image;
    }

    /** Every pixel is the mean of those it covers: thin lines do not flicker away as they would between single samples. */
    private static int[] means(Picture picture, PictureSize size) {
        int[] pixels = new int[size.width() * size.height()];
        for (int y = 0; y < size.height(); y++) {
            int top = y * picture.height() / size.height();
            int bottom = Math.max(top + 1, (y + 1) * picture.height() / size.height());
            for (int x = 0; x < size.width(); x++) {
                int left = x * picture.width() / size.width();
                int right = Math.max(left + 1, (x + 1) * picture.width() / size.width());
                pixels[y * size.width() + x] = mean(picture, top, bottom, left, right);
            }
        }
        return pixels;
    }

    private static int mean(Picture picture, int top, int bottom, int left, int right) {
        int colour = picture.channels() >= 3 ? 1 : 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                red += picture.sample(row, column, 0);
                green += picture.sample(row, column, colour);
                blue += picture.sample(row, column, 2 * colour);
            }
        }
        int count = (bottom - top) * (right - left);
        return 0xff000000 | red / count << 16 | green / count << 8 | blue / count;
    }
}
