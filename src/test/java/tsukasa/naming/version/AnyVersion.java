package tsukasa.naming.version;

import java.util.Random;
import tsukasa.naming.VersionScheme;

/// Makes versions up: mostly short and alike, so that comparisons reach their last rules.
final class AnyVersion {
    private static final String[] PIECES = {
        "0",
        "1",
        "2",
        "10",
        "01",
        "00",
        "1",
        "0",
        "a",
        "b",
        "m1",
        "rc",
        "rc1",
        "alpha",
        "beta2",
        "sp",
        "final",
        "x",
        "SNAPSHOT",
        "dev",
        "post1",
        "r1",
        "p1",
        "pre",
        "k",
        "_p",
        "_alpha1",
        "-r2",
        "~",
        "^",
        "+b1",
        ":",
        "1:"
    };
    private static final String[] SEPARATORS = {".", ".", ".", "-", "", "_", "+", "."};

    private AnyVersion() {}

    /// Versions of Arch Linux all have a build: without one they equal several that differ.
    static String next(Random random, VersionScheme scheme) {
        var version = new StringBuilder();
        var pieces = 1 + random.nextInt(4);
        for (var piece = 0; piece < pieces; piece++) {
            if (piece > 0) {
                version.append(SEPARATORS[random.nextInt(SEPARATORS.length)]);
            }
            version.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return scheme == VersionScheme.ALPM ? version.append("-1").toString() : version.toString();
    }
}
