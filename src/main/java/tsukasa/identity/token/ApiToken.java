package tsukasa.identity.token;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import tsukasa.identity.Secret;

/// `tsk_`, ten letters that name it, forty that are secret (238 bits), six that prove that it was written right: those
/// who search files for leaked tokens find it, and know without asking that it is one.
///
/// @param id the public part
record ApiToken(String text, String id) {
    private static final String PREFIX = "tsk_";
    private static final Pattern FORM = Pattern.compile("tsk_[0-9A-Za-z]{56}");
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID = 10;
    private static final int SECRET = 40;
    private static final int CHECK = 6;

    static ApiToken fresh() {
        String body = random(ID + SECRET);
        return of(PREFIX + body + checksum(PREFIX + body));
    }

    private static ApiToken of(String text) {
        return new ApiToken(text, text.substring(PREFIX.length(), PREFIX.length() + ID));
    }

    /// Empty for what cannot be one: no database need be asked.
    static Optional<ApiToken> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int end = text.length() - CHECK;
        return text.substring(end).equals(checksum(text.substring(0, end))) ? Optional.of(of(text)) : Optional.empty();
    }

    byte[] hash() {
        return Secret.sha256(text);
    }

    /// Each letter as likely as any other: bytes beyond the last multiple of 62 are thrown again.
    private static String random(int length) {
        StringBuilder letters = new StringBuilder();
        while (letters.length() < length) {
            for (byte one : Secret.bytes(length)) {
                int value = one & 0xff;
                if (value < 248 && letters.length() < length) {
                    letters.append(LETTERS.charAt(value % 62));
                }
            }
        }
        return letters.toString();
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        long left = sum.getValue();
        char[] letters = new char[CHECK];
        for (int i = CHECK - 1; i >= 0; i--) {
            letters[i] = LETTERS.charAt((int) (left % 62));
            left /= 62;
        }
        return new String(letters);
    }

    @Override
    public String toString() {
        return PREFIX + id + "…";
    }
}
