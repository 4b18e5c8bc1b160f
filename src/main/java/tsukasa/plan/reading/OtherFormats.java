package tsukasa.plan.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tsukasa.kernel.Text;

/// Files that people send instead of the text of a plan: what they are, and what to do.
final class OtherFormats {
    private static final int HEAD = 2_000;
    private static final Pattern HTML = Pattern.compile(
            "(?:<\\?xml[^>]*>)?\\s*(?:<!--.*?-->\\s*)*<(?:!doctype html|html|head|body)\\b.*", Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile("<\\?xml\\b.*", Pattern.DOTALL);
    private static final Pattern JSON =
            Pattern.compile("(?:\\{\\s*\"[^\"\\n]*\"\\s*:|\\[\\s*[\\[{\"]).*", Pattern.DOTALL);
    private static final Pattern MAIL = Pattern.compile(
            "(?:(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|差出人|件名|宛先)\\s*[:：][^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){2,}.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private OtherFormats() {}

    /// By the first bytes.
    static Optional<Text> of(byte[] bytes) {
        if (starts(bytes, '%', 'P', 'D', 'F')) {
            return Optional.of(Refusals.otherFormat("PDF"));
        }
        if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of(Refusals.otherFormat("Office / ZIP"));
        }
        if (starts(bytes, '{', '\\', 'r', 't', 'f')) {
            return Optional.of(Refusals.otherFormat("RTF"));
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G')
                || starts(bytes, 0xFF, 0xD8, 0xFF)
                || starts(bytes, 'G', 'I', 'F', '8')) {
            return Optional.of(Refusals.image());
        }
        if (starts(bytes, 0x1F, 0x8B) || starts(bytes, '7', 'z', 0xBC, 0xAF)) {
            return Optional.of(Refusals.archive());
        }
        return Optional.empty();
    }

    /// By the first characters.
    static Optional<Text> of(String text) {
        String head = text.substring(0, Math.min(HEAD, text.length())).strip().toLowerCase(Locale.ROOT);
        if (HTML.matcher(head).matches()) {
            return Optional.of(Refusals.webPage());
        }
        if (XML.matcher(head).matches()) {
            return Optional.of(Refusals.data("XML"));
        }
        if (JSON.matcher(head).matches()) {
            return Optional.of(Refusals.data("JSON"));
        }
        return MAIL.matcher(head).matches() ? Optional.of(Refusals.mail()) : Optional.empty();
    }

    static boolean starts(byte[] bytes, int... signature) {
        return bytes.length >= signature.length
                && java.util.stream.IntStream.range(0, signature.length)
                        .allMatch(i -> (bytes[i] & 0xFF) == signature[i]);
    }
}
