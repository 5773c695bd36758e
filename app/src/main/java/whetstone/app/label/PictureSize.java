package whetstone.app.label;

/** Width and height of a picture as shown, in pixels of the screen. */
record PictureSize(int width, int height) {
    /** The largest size with a picture's proportions inside a space, at least 1 x 1. */
    static PictureSize fit(int width, int height, double spaceWidth, double spaceHeight) {
        double factor = Math.min(spaceWidth / width, spaceHeight / height);
        return new PictureSize(Math.max(1, (int) Math.floor(width * factor)), Math.max(1, (int) Math.floor(height * factor)));
    }
}
