package tsukasa.advisories;

import java.time.Instant;

/// Signs in the agency's name by OpenPGP, so that others can tell that a document or a file came from here.
public interface Signing {
    /// Of the key, in hex.
    String fingerprint();

    /// Where the public key is downloaded.
    String keyAddress();

    /// A detached signature, armored. The same words signed for the same moment have the same one.
    byte[] sign(byte[] document, Instant moment);
}
