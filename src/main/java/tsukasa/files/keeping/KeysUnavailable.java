package tsukasa.files.keeping;

/// The keys of confidential files are missing or damaged; said to visitors as a [tsukasa.kernel.Problem].
class KeysUnavailable extends Exception {
    KeysUnavailable(String what) {
        super(what);
    }

    KeysUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
