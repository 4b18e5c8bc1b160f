package tsukasa.scheme.mine;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// The terms of the logo; once they are accepted, the logo.
public record LogoPage(
        Frame frame,
        Scheme scheme,
        Scheme.Level level,
        String number,
        Optional<Instant> accepted,
        Scheme.Terms terms,
        Errors errors,
        String path)
        implements Page {
    @Override
    public String title() {
        String title = frame.say("ロゴ", "The logo");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public Field acceptance() {
        String words = frame.say("利用条件に同意します", "We accept the terms");
        return Field.checkboxes("accepted", words, List.of(Option.of("true", words)))
                .required()
                .errors(errors);
    }

    public @Nullable String acceptedOn() {
        return accepted.map(frame.writing()::minute).orElse(null);
    }

    /// Drawn by ourselves, so it may stand in the page as it is.
    public Content picture() {
        return output -> output.writeContent(Emblem.of(scheme, level).svg());
    }
}
