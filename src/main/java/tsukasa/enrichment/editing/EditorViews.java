package tsukasa.enrichment.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Claims;
import tsukasa.enrichment.Claims.Claim;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposals;
import tsukasa.enrichment.editing.EditorPage.Conflict;
import tsukasa.enrichment.editing.EditorPage.Head;
import tsukasa.enrichment.editing.EditorPage.Line;
import tsukasa.enrichment.editing.EditorPage.Link;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Gaps;
import tsukasa.vulnerability.Weaknesses;

/// Draws the editor of one entry.
@Component
class EditorViews {
    private static final int SPARE_PRODUCTS = 2;
    private static final int SPARE_LINKS = 2;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 10_000;
    private final Proposals proposals;
    private final Claims claims;
    private final Gaps gaps;
    private final Offers offers;
    private final VectorViews vectors;
    private final Weaknesses weaknesses;
    private final Drafting drafting;

    EditorViews(
            Proposals proposals,
            Claims claims,
            Gaps gaps,
            Offers offers,
            VectorViews vectors,
            Weaknesses weaknesses,
            Drafting drafting) {
        this.proposals = proposals;
        this.claims = claims;
        this.gaps = gaps;
        this.offers = offers;
        this.vectors = vectors;
        this.weaknesses = weaknesses;
        this.drafting = drafting;
    }

    /// An entry that is being edited.
    record Subject(EntryHead head, Entry entry) {}

    /// What is shown in the form.
    ///
    /// @param seen   the version of the draft on which it is based
    /// @param search words for products; null where nothing is looked for
    record Shown(
            Enrichment typed, int seen, @Nullable String search, List<Conflict> conflicts, Errors errors, int answer) {
        static Shown of(Enrichment typed, int seen) {
            return new Shown(typed, seen, null, List.of(), Errors.none(), 200);
        }

        Shown with(Enrichment other) {
            return new Shown(other, seen, search, conflicts, errors, answer);
        }

        Shown searching(String words) {
            return new Shown(typed, seen, words, conflicts, errors, answer);
        }

        Shown failed(Errors wrong, int status) {
            return new Shown(typed, seen, search, conflicts, wrong, status);
        }
    }

    EditorPage page(Frame frame, Visitor visitor, Subject subject, Shown shown) {
        long id = subject.head().id();
        Entry entry = subject.entry();
        Optional<Proposal> open = proposals.open(id);
        Enrichment typed = shown.typed();
        SaidViews said = new SaidViews(frame, weaknesses);
        String search = shown.search();
        return new EditorPage(
                frame,
                head(frame, visitor, subject, open),
                hindrance(frame, open),
                open.map(one -> Desk.proposal(one.id())).orElse(""),
                shown.seen(),
                titles(frame, typed, entry, shown.errors()),
                overviews(frame, typed, shown.errors()),
                impacts(frame, typed, shown.errors()),
                solutions(frame, typed, shown.errors()),
                said.texts(entry),
                lines(typed.products(), shown.errors()),
                said.products(entry),
                offers.suggested(frame, entry, typed),
                search == null ? "" : search,
                search == null ? Optional.empty() : Optional.of(offers.found(frame, search)),
                vectors.scores(frame, vectors.placed(typed.vectors()), shown.errors()),
                said.scores(entry),
                typed.cwes().stream()
                        .map(cwe -> Option.of(cwe, said.weakness(cwe)))
                        .toList(),
                weaknesses.all().stream()
                        .map(each -> Option.of(each.id(), each.id() + " " + frame.say(each.name())))
                        .toList(),
                said.weaknesses(entry),
                links(typed, shown.errors()),
                entry.references().size(),
                shown.conflicts(),
                Histories.of(frame, proposals.of(id)),
                open.isEmpty() && !proposals.now(id).isEmpty(),
                shown.errors(),
                shown.answer());
    }

    private Head head(Frame f, Visitor visitor, Subject subject, Optional<Proposal> open) {
        EntryHead head = subject.head();
        Claim claim = claims.of(List.of(head.id())).get(head.id());
        return new Head(
                head.number().toString(),
                f.say(head.title()),
                Desk.entry(head.number()),
                subject.entry().aliases().stream()
                        .filter(alias -> !alias.equals(head.number().toString()))
                        .limit(5)
                        .toList(),
                gaps.of(head.id()).stream()
                        .sorted()
                        .map(gap -> f.say(gap.title()))
                        .toList(),
                claim == null ? null : claim.byName(),
                claim != null && claim.by().equals(visitor.id()),
                claim == null || claim.by().equals(visitor.id()),
                open.map(one -> f.say(one.kind().title())
                                + f.say("：", ": ")
                                + f.say(one.state().title()))
                        .orElse(null));
    }

    private static @Nullable String hindrance(Frame f, Optional<Proposal> open) {
        if (open.isEmpty()
                || open.get().kind() == Proposal.Kind.EDIT && open.get().state().writable()) {
            return null;
        }
        return open.get().kind() == Proposal.Kind.WITHDRAWAL
                ? f.say(
                        "追記の取り下げが承認を待っているため、今は書けません。",
                        "A withdrawal waits for approval, so that nothing can be written now.")
                : f.say(
                        "この追記は承認を待っているため、今は書けません。直すときは、提案のページで取り戻してください。",
                        "This addition waits for approval, so that it cannot be written in now. Take it back on its page to change it.");
    }

    private List<Field> titles(Frame f, Enrichment typed, Entry entry, Errors errors) {
        tsukasa.kernel.Text draft = drafting.title(entry);
        return List.of(
                Field.text("titleJa", f.say("題名（日本語）", "Title in Japanese"))
                        .maxLength(LONGEST_TITLE)
                        .hint(f.say("事実からの案：", "From the facts: ") + draft.ja())
                        .value(typed.titleJa())
                        .errors(errors),
                Field.text("titleEn", f.say("題名（英語）", "Title in English"))
                        .maxLength(LONGEST_TITLE)
                        .hint(f.say("事実からの案：", "From the facts: ") + draft.en())
                        .value(typed.titleEn())
                        .errors(errors));
    }

    private static List<Field> overviews(Frame f, Enrichment typed, Errors errors) {
        return List.of(
                area("overviewJa", f.say("概要（日本語）", "Overview in Japanese"), 7, typed.overviewJa(), errors),
                area("overviewEn", f.say("概要（英語）", "Overview in English"), 7, typed.overviewEn(), errors));
    }

    private static List<Field> impacts(Frame f, Enrichment typed, Errors errors) {
        return List.of(
                area("impactJa", f.say("想定される影響（日本語）", "Impact in Japanese"), 3, typed.impactJa(), errors),
                area("impactEn", f.say("想定される影響（英語）", "Impact in English"), 3, typed.impactEn(), errors));
    }

    private static List<Field> solutions(Frame f, Enrichment typed, Errors errors) {
        return List.of(
                area("solutionJa", f.say("対策（日本語）", "Solution in Japanese"), 4, typed.solutionJa(), errors),
                area("solutionEn", f.say("対策（英語）", "Solution in English"), 4, typed.solutionEn(), errors));
    }

    private static Field area(String name, String label, int rows, String value, Errors errors) {
        return Field.longText(name, label)
                .rows(rows)
                .maxLength(LONGEST_TEXT)
                .value(value)
                .errors(errors);
    }

    private static List<Line> lines(List<Affected> products, Errors errors) {
        List<Line> lines = new ArrayList<>();
        for (Affected line : products) {
            String id = "product-" + lines.size();
            lines.add(new Line(
                    id,
                    Ranges.brief(line.name()),
                    line.from(),
                    line.fromOpen(),
                    line.until(),
                    line.untilOpen() || line.until().isEmpty(),
                    line.status(),
                    line.platforms().stream().map(Ranges::brief).collect(Collectors.joining(" ")),
                    errors.of(id)));
        }
        for (int i = 0; i < SPARE_PRODUCTS; i++) {
            lines.add(new Line("product-" + lines.size(), "", "", false, "", true, Status.AFFECTED, "", null));
        }
        return lines;
    }

    private static List<Link> links(Enrichment typed, Errors errors) {
        List<Link> links = new ArrayList<>();
        typed.references().forEach(link -> {
            String id = "reference-" + links.size();
            links.add(new Link(id, link.url(), link.name(), link.tag(), errors.of(id)));
        });
        for (int i = 0; i < SPARE_LINKS; i++) {
            links.add(new Link("reference-" + links.size(), "", "", "", null));
        }
        return links;
    }

    /// Empty texts drafted from the facts; what somebody wrote stays.
    Enrichment drafted(Enrichment typed, Entry entry) {
        tsukasa.kernel.Text title = drafting.title(entry);
        tsukasa.kernel.Text overview = drafting.overview(entry);
        return typed.withTexts(
                typed.titleJa().isEmpty() ? title.ja() : typed.titleJa(),
                typed.titleEn().isEmpty() ? title.en() : typed.titleEn(),
                typed.overviewJa().isEmpty() ? overview.ja() : typed.overviewJa(),
                typed.overviewEn().isEmpty() ? overview.en() : typed.overviewEn());
    }

    /// Where both wrote something else.
    static List<Conflict> conflicts(Frame f, Enrichment mine, Enrichment theirs) {
        Ranges ranges = new Ranges(f);
        List<Conflict> all = new ArrayList<>();
        for (Part part : Part.values()) {
            String yours = part.text(mine, ranges);
            String other = part.text(theirs, ranges);
            if (!yours.equals(other)) {
                all.add(new Conflict(f.say(part.title()), yours, other));
            }
        }
        return all;
    }

    static List<Part> parts() {
        return Arrays.asList(Part.values());
    }
}
