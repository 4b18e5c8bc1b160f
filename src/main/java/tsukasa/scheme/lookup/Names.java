package tsukasa.scheme.lookup;

import java.util.HashMap;
import java.util.Map;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Text;
import tsukasa.scheme.Scheme;

/// The words of one scheme for the codes that stand in its register.
final class Names {
    /// The scheme does not ask.
    private static final Text NONE = Text.same("－");

    private final Scheme scheme;
    private final Map<String, Text> industries = new HashMap<>();

    Names(Scheme scheme) {
        this.scheme = scheme;
        Search.industries(scheme).forEach(choice -> industries.put(choice.value(), choice.label()));
    }

    Text industry(String code) {
        return code.isEmpty() ? NONE : industries.getOrDefault(code, Text.same(code));
    }

    Text level(String code) {
        return scheme.level(code).map(Scheme.Level::title).orElse(Text.same(code));
    }

    /// ★ 一つ星
    Text levelWithMark(String code) {
        return scheme.level(code)
                .map(l -> Text.of(
                        l.mark() + " " + l.title().ja(),
                        l.mark() + " " + l.title().en()))
                .orElse(Text.same(code));
    }

    Text prefecture(String code) {
        return Prefecture.ofCode(code).map(Prefecture::title).orElse(Text.same(code));
    }
}
