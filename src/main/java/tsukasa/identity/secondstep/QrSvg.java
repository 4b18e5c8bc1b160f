package tsukasa.identity.secondstep;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as one path of an SVG, a unit for each module.
///
/// @param size of one side, with the quiet zone of four
record QrSvg(int size, String path) {
    private static final int QUIET = 4;

    static QrSvg of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrSvg(code.size + 2 * QUIET, path.toString());
    }
}
