package tsukasa.myjvn.feeds;

import java.time.Instant;

/// A document as it lies in the folder, compressed.
///
/// @param path     where it is found, such as `/ja/rss/jvndb.rdf`
/// @param file     its name in the folder; another content, another name
/// @param madeOf   what it was made of: while that stays the same, it is not made again
/// @param sha256   of the plain document, in hexadecimal digits
/// @param size     of the plain document
/// @param packed   of the file
/// @param modified when its content last became another one
record Kept(String path, String file, String madeOf, String sha256, long size, long packed, Instant modified) {
    Kept of(String other) {
        return new Kept(path, file, other, sha256, size, packed, modified);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
