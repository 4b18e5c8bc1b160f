package tsukasa.kernel.keys;

/// Keys are missing, damaged or cannot be made; the message names whose they are and the file, and is for the log.
public class KeysUnavailable extends Exception {
    KeysUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
