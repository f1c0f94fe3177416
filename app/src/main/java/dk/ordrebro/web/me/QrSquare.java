package dk.ordrebro.web.me;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a square a phone reads, to be drawn as one path.
 *
 * @param size side of the square in modules, its white border included
 * @param path of the dark modules, as SVG writes it
 */
record QrSquare(int size, String path) {

    private static final int BORDER = 4;

    static QrSquare of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrSquare(code.size + 2 * BORDER, path.toString());
    }
}
