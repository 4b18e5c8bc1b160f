package tsukasa.search.lucene;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/// Pieces as Lucene wants them; the flags say which kind each is.
final class PiecesTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute steps = addAttribute(PositionIncrementAttribute.class);
    private final FlagsAttribute kinds = addAttribute(FlagsAttribute.class);
    private @Nullable Pieces pieces;
    private int next;
    private int length;

    @Override
    public void reset() throws IOException {
        super.reset();
        CharSequence text = textOf(input);
        length = text.length();
        pieces = new Pieces(Folded.of(text));
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        Pieces all = pieces;
        clearAttributes();
        if (all == null || next == all.size) {
            return false;
        }
        term.append(all.term(next));
        offsets.setOffset(all.beginPlace(next), all.endPlace(next));
        steps.setPositionIncrement(all.step[next]);
        kinds.setFlags(all.kind[next]);
        next++;
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offsets.setOffset(length, length);
    }

    static CharSequence textOf(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder(1024);
        char[] part = new char[4096];
        for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
            text.append(part, 0, read);
        }
        return text;
    }
}
