package tsukasa.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// A typed text as the index has it.
record Tokens(List<Token> all) {
    /// @param kind one of [Pieces]
    record Token(String term, int position, int kind) {}

    /// A code with its parts, or a run of Japanese.
    record Group(List<Token> tokens) {
        boolean japanese() {
            int kind = tokens.getFirst().kind();
            return kind == Pieces.PAIR || kind == Pieces.LAST;
        }

        List<Token> smallest() {
            return new Tokens(tokens).smallest();
        }
    }

    static Tokens of(Analyzer analyzer, String text) {
        return of(analyzer, "", text);
    }

    /// The only term that a field has for a word; empty when it has several.
    static String inside(Analyzer analyzer, String field, String word) {
        List<Token> all = of(analyzer, field, word).all();
        return all.size() == 1 ? all.getFirst().term() : "";
    }

    private static Tokens of(Analyzer analyzer, String field, String text) {
        List<Token> all = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            FlagsAttribute kind = stream.addAttribute(FlagsAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                all.add(new Token(term.toString(), position, kind.getFlags()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tokens(all);
    }

    static List<String> words(Analyzer analyzer, String text) {
        return of(analyzer, text).all().stream().map(Token::term).distinct().toList();
    }

    /// What makes up the text without overlap; a single Japanese character only where it stands alone.
    List<Token> smallest() {
        List<Token> smallest = new ArrayList<>();
        boolean inRun = false;
        for (Token token : all) {
            boolean alone = token.kind() == Pieces.LAST && !inRun;
            if (token.kind() == Pieces.SMALLEST
                    || token.kind() == Pieces.ALONE
                    || token.kind() == Pieces.PAIR
                    || alone) {
                smallest.add(token);
            }
            inRun = token.kind() == Pieces.PAIR;
        }
        return smallest;
    }

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        List<Token> group = new ArrayList<>();
        for (Token token : all) {
            boolean begins = switch (token.kind()) {
                case Pieces.PAIR, Pieces.LAST ->
                    group.isEmpty() || group.getLast().kind() != Pieces.PAIR;
                case Pieces.WHOLE, Pieces.ALONE -> true;
                default -> group.isEmpty();
            };
            if (begins && !group.isEmpty()) {
                groups.add(new Group(List.copyOf(group)));
                group.clear();
            }
            group.add(token);
        }
        if (!group.isEmpty()) {
            groups.add(new Group(List.copyOf(group)));
        }
        return groups;
    }
}
