package tsukasa.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of a letter for showing on a page, where its addresses can be followed.
public record LetterText(List<Piece> pieces) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]+");

    public LetterText {
        pieces = List.copyOf(pieces);
    }

    /// @param address where the piece leads to; absent for plain words
    public record Piece(String words, @Nullable String address) {}

    /// @param own the beginning of our own addresses; those are followed on the host the reader is on
    public static LetterText of(String body, String own) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(body);
        int end = 0;
        while (address.find()) {
            pieces.add(new Piece(body.substring(end, address.start()), null));
            String found = address.group();
            pieces.add(new Piece(found, found.startsWith(own + "/") ? found.substring(own.length()) : found));
            end = address.end();
        }
        pieces.add(new Piece(body.substring(end), null));
        return new LetterText(pieces);
    }
}
