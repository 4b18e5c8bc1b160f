package tsukasa.kernel.page;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// What surrounds a page: language, address, who is looking, and what was just done. A controller takes it as an
/// argument.
///
/// @param path      the address without the query, as the visitor sees it
/// @param query     the raw query without a leading `?`, empty if there is none
/// @param today     the date in Japan by the platform's clock
/// @param simulated the clock is simulated: the page says so
/// @param csrf      the anti-forgery token for forms, made only when a form asks for it
public record Frame(
        Language language,
        String path,
        String query,
        Text agency,
        LocalDate today,
        boolean simulated,
        Optional<Viewer> viewer,
        Optional<Notice> notice,
        Supplier<String> csrf) {

    public String say(String ja, String en) {
        return language == Language.JA ? ja : en;
    }

    public String say(Text text) {
        return text.in(language);
    }

    public boolean japanese() {
        return language == Language.JA;
    }

    public boolean may(String permission) {
        return viewer.map(v -> v.may(permission)).orElse(false);
    }

    /// The same page in the other language, with the language in the address so that it can be shared.
    public String otherLanguage() {
        return withParameter("lang", language.other().tag());
    }

    /// This page's address with one query parameter set, and `page` forgotten unless it is the one.
    public String withParameter(String name, String value) {
        return Addresses.with(path, query, name, value);
    }

    public String withoutParameter(String name) {
        return Addresses.with(path, query, name, null);
    }

    public Writing writing() {
        return new Writing(language);
    }
}
