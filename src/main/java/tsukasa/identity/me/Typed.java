package tsukasa.identity.me;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads what people type into forms: without surrounding space, on one line, within a limit.
final class Typed {
    private Typed() {}

    /// Empty when it is too long, or holds what no line of text holds.
    static Optional<String> line(String typed, int longest) {
        String text = typed.strip();
        boolean readable = text.length() <= longest
                && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
        return readable ? Optional.of(text) : Optional.empty();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// `１，０００` is a thousand. Empty when it is no whole number from 0 to the greatest.
    static OptionalLong number(String typed, long greatest) {
        if (typed.length() > 40) {
            return OptionalLong.empty();
        }
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[,\\s]", "");
        if (!digits.matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(digits);
        return number <= greatest ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /// For showing a wrong entry again: not the whole of a huge one.
    static String shown(String typed) {
        return typed.substring(0, Math.min(300, typed.length()));
    }
}
