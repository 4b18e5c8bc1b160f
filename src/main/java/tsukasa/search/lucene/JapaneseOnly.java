package tsukasa.search.lucene;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/// A text folded, with spaces for whatever is not Japanese: codes are found by their pieces, and the dictionary need
/// not
/// be bothered with them.
final class JapaneseOnly extends CharFilter {
    private @Nullable Folded folded;
    private int next;

    JapaneseOnly(Reader whole) {
        super(whole);
    }

    @Override
    public int read(char[] into, int at, int most) throws IOException {
        Folded text = text();
        if (next == text.length) {
            return -1;
        }
        int count = Math.min(most, text.length - next);
        for (int i = 0; i < count; i++) {
            char c = text.chars[next++];
            into[at + i] = c < 0x80 ? ' ' : c;
        }
        return count;
    }

    @Override
    protected int correct(int offset) {
        return folded == null ? offset : folded.place(offset);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private Folded text() throws IOException {
        if (folded == null) {
            folded = Folded.of(PiecesTokenizer.textOf(input));
        }
        return folded;
    }
}
