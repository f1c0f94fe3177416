package dk.ordrebro.endtoend;

/** The sizes every page must be good at, in CSS pixels. */
public enum Screen {
    PHONE(390, 844),
    DESKTOP(1280, 900),
    WIDE(1920, 1080);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
