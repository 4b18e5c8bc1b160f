package tsukasa.naming.cpe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeValue.Words;
import tsukasa.naming.OldCpeName;
import tsukasa.naming.OldCpeName.Choice;
import tsukasa.naming.OldCpeName.Element;

/// Reads CPE 1.1, `cpe:/hardware/system/application`: `;` parts elements, `:` components, `!` alternatives, and `~`
/// stands before what is excluded.
final class OldNameReader {
    private static final int BEGINNING = "cpe:/".length();
    private static final int LONGEST = 4_096;
    private final String text;
    private final List<Element> elements = new ArrayList<>();

    private OldNameReader(String text) {
        this.text = text;
    }

    static OldCpeName read(String text) {
        if (!text.regionMatches(true, 0, "cpe:/", 0, BEGINNING)) {
            throw new NotAName(Text.of("CPE 1.1 の名前は cpe:/ で始まります", "A CPE 1.1 name begins with cpe:/"), 0);
        }
        if (text.length() > LONGEST) {
            throw new NotAName(Text.of("長すぎます", "Too long"), LONGEST);
        }
        if (text.matches("(?i)cpe:/[aoh](?::.*)?")) {
            throw new NotAName(Text.of("CPE 2 の名前です", "A name of CPE 2"), BEGINNING);
        }
        var reader = new OldNameReader(text);
        reader.parts();
        return new OldCpeName(reader.elements);
    }

    /// The one product that a later version can name too.
    static CpeName single(String text) {
        return read(text)
                .single()
                .orElseThrow(() -> new NotAName(
                        Text.of("CPE 1.1 の複数製品名は読めません", "A CPE 1.1 name of several products cannot be read"),
                        BEGINNING));
    }

    private void parts() {
        var part = 0;
        var from = BEGINNING;
        for (var at = from; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '/' || text.charAt(at) == ';') {
                if (part > 2) {
                    throw new NotAName(Text.of("部分は 3 つまでです", "A name has three parts at most"), from);
                }
                element("hoa".substring(part, part + 1), from, at);
                if (at < text.length() && text.charAt(at) == '/') {
                    part++;
                }
                from = at + 1;
            }
        }
    }

    private void element(String part, int begin, int end) {
        if (begin == end) {
            return;
        }
        var choices = new ArrayList<Choice>();
        var from = begin;
        for (var at = from; at <= end; at++) {
            if (at == end || text.charAt(at) == ':') {
                if (choices.size() == CpeAttribute.LANGUAGE.ordinal()) {
                    throw new NotAName(Text.of("要素が多すぎます", "Too many components"), from);
                }
                choices.add(choice(from, at));
                from = at + 1;
            }
        }
        elements.add(new Element(part, choices));
    }

    private Choice choice(int begin, int end) {
        if (begin == end) {
            return new Choice.Any();
        }
        if (text.charAt(begin) == '~') {
            return new Choice.Except(words(begin + 1, end));
        }
        var all = new LinkedHashSet<Words>();
        var from = begin;
        for (var at = from; at <= end; at++) {
            if (at == end || text.charAt(at) == '!') {
                all.add(words(from, at));
                from = at + 1;
            }
        }
        return new Choice.OneOf(all);
    }

    private Words words(int from, int to) {
        for (var at = from; at < to; at++) {
            if (text.charAt(at) == '~' || text.charAt(at) == '!') {
                throw NotAName.character(at);
            }
        }
        if (from < to && ValueReader.uri(text, from, to) instanceof Words words) {
            return words;
        }
        throw new NotAName(Text.of("空の値があります", "An empty value"), from);
    }
}
