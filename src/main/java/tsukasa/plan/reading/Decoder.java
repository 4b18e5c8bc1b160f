package tsukasa.plan.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.plan.Doubt;

/// Bytes to text: finds out the encoding, and refuses what is no text.
final class Decoder {
    static final int LARGEST = 20 * 1024 * 1024;
    private static final int SAMPLE = 64 * 1024;
    private static final char REPLACEMENT = '\uFFFD';
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final List<Charset> CANDIDATES = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            SHIFT_JIS,
            Charset.forName("EUC-JP"));

    private Decoder() {}

    sealed interface Decoded {
        record Readable(String text, String charset, List<Doubt> doubts) implements Decoded {}

        record Unreadable(Text reason, int line) implements Decoded {}
    }

    static Decoded decode(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Decoded.Unreadable(tooLarge(bytes.length), 0);
        }
        Optional<Text> known = OtherFormats.of(bytes);
        if (known.isPresent()) {
            return new Decoded.Unreadable(known.get(), 0);
        }
        Optional<Guess> guess = guess(bytes);
        if (guess.isEmpty()) {
            return new Decoded.Unreadable(Refusals.BINARY, 1);
        }
        String text = text(bytes, guess.get());
        if (text.isBlank()) {
            return new Decoded.Unreadable(Refusals.EMPTY, 0);
        }
        Optional<Text> other = OtherFormats.of(text);
        return other.isPresent()
                ? new Decoded.Unreadable(other.get(), 1)
                : inspect(text, guess.get().charset());
    }

    static Text tooLarge(long size) {
        return Text.of(
                "ファイルが %,d バイトあります。読み取れるのは %,d バイトまでです。計画の本文だけを保存してください。".formatted(size, LARGEST),
                "The file has %,d bytes; at most %,d are read. Save the text of the plan alone."
                        .formatted(size, LARGEST));
    }

    private record Guess(Charset charset, int skip) {}

    private static Optional<Guess> guess(byte[] bytes) {
        if (OtherFormats.starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new Guess(StandardCharsets.UTF_8, 3));
        }
        if (OtherFormats.starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(new Guess(StandardCharsets.UTF_16LE, 2));
        }
        if (OtherFormats.starts(bytes, 0xFE, 0xFF)) {
            return Optional.of(new Guess(StandardCharsets.UTF_16BE, 2));
        }
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        if (switchesSets(sample)) {
            return Optional.of(new Guess(Charset.forName("ISO-2022-JP"), 0));
        }
        if (isStrictly(StandardCharsets.UTF_8, sample) && !hasZeroBytes(sample)) {
            return Optional.of(new Guess(StandardCharsets.UTF_8, 0));
        }
        return CANDIDATES.stream()
                .filter(c -> japanese(lenient(c, sample)) > 0.8)
                .max(Comparator.comparingDouble(c -> japanese(lenient(c, sample))))
                .map(c -> new Guess(c, 0));
    }

    /// ESC $ B and ESC $ @ open the two-byte sets of ISO-2022-JP.
    private static boolean switchesSets(byte[] sample) {
        for (int i = 0; i + 2 < sample.length; i++) {
            if (sample[i] == 0x1B && sample[i + 1] == '$' && (sample[i + 2] == 'B' || sample[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasZeroBytes(byte[] sample) {
        int zeros = 0;
        for (byte b : sample) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros * 200 > sample.length;
    }

    /// A character cut in two at the very end does not count.
    private static boolean isStrictly(Charset charset, byte[] sample) {
        CharBuffer out = CharBuffer.allocate(sample.length + 1);
        return !charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(sample), out, false)
                .isError();
    }

    private static String lenient(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a replacing decoder reported an error", e);
        }
    }

    /// How much the characters look like Japanese text: 1 for expected characters only, up to 3 with many hiragana;
    /// wrong encodings turn hiragana into anything else.
    private static double japanese(String text) {
        double score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            score += c == REPLACEMENT ? -20 : Characters.isHiragana(c) ? 3 : Characters.isExpected(c) ? 1 : 0;
        }
        return text.isEmpty() ? 0 : score / text.length();
    }

    private static String text(byte[] bytes, Guess guess) {
        return lenient(guess.charset(), Arrays.copyOfRange(bytes, guess.skip(), bytes.length));
    }

    private static Decoded inspect(String decoded, Charset charset) {
        List<Doubt> doubts = new ArrayList<>();
        String text = decoded;
        if (text.charAt(text.length() - 1) == REPLACEMENT) {
            text = text.substring(0, text.length() - 1);
            doubts.add(new Doubt(Characters.lineAt(text, text.length()), Doubt.Kind.TRUNCATED, Refusals.CUT_CHARACTER));
        }
        int controls = 0;
        int firstControl = -1;
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isControl(text.charAt(i))) {
                controls++;
                firstControl = firstControl < 0 ? i : firstControl;
            }
        }
        if (controls > 10 && controls * 50L > text.length()) {
            return new Decoded.Unreadable(Refusals.BINARY, Characters.lineAt(text, firstControl));
        }
        if (!charset.equals(StandardCharsets.UTF_8)) {
            doubts.add(new Doubt(0, Doubt.Kind.ENCODING, Refusals.readAs(charset.name())));
        }
        doubts.addAll(strangeCharacters(text));
        return new Decoded.Readable(text, charset.name(), doubts);
    }

    private static List<Doubt> strangeCharacters(String text) {
        List<Doubt> doubts = new ArrayList<>();
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (c == REPLACEMENT) {
                doubts.add(new Doubt(line, Doubt.Kind.ENCODING, Refusals.UNREADABLE_CHARACTER));
            } else if (Characters.isControl(c)) {
                doubts.add(new Doubt(line, Doubt.Kind.CONTROL_CHARACTER, Refusals.control(c)));
            }
        }
        return doubts;
    }
}
