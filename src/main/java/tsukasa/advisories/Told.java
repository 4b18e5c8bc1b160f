package tsukasa.advisories;

import java.util.Objects;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Passage.Kind;

/// An entry with the texts that are told of it: those of its sources, else drafts from its facts.
public record Told(EntryHead head, Entry entry, Drafting drafting) {
    public Told {
        Objects.requireNonNull(drafting);
    }

    public String title(Language language) {
        return entry.text(Kind.TITLE, language)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> drafting.title(entry).in(language));
    }

    public String overview(Language language) {
        return entry.text(Kind.OVERVIEW, language)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> drafting.overview(entry).in(language));
    }
}
