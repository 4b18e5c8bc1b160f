package tsukasa.enrichment.queue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.enrichment.Claims;
import tsukasa.enrichment.Claims.Claim;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposals;
import tsukasa.enrichment.WaitingEntries;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Gaps;
import tsukasa.vulnerability.Gaps.Gap;
import tsukasa.vulnerability.Gaps.Waiting;

/// Draws the queue.
@Component
@Transactional(readOnly = true)
class QueueViews {
    private static final int SIZE = 50;
    private static final double LIKELY = 0.001;
    private final QueueDesk desk;
    private final Gaps gaps;
    private final Entries entries;
    private final Claims claims;
    private final Proposals proposals;

    QueueViews(QueueDesk desk, Gaps gaps, Entries entries, Claims claims, Proposals proposals) {
        this.desk = desk;
        this.gaps = gaps;
        this.entries = entries;
        this.claims = claims;
        this.proposals = proposals;
    }

    QueuePage page(Frame frame, Visitor visitor, QueueFilter filter, int page) {
        Gaps.Listed first = desk.list(filter, visitor, 0, SIZE);
        Paging paging = new Paging(page, SIZE, first.total());
        Gaps.Listed listed = paging.page() == 1 ? first : desk.list(filter, visitor, paging.offset(), SIZE);
        return new QueuePage(
                frame,
                Desk.tabs(frame, Desk.View.QUEUE),
                lead(frame, listed),
                figures(frame, listed),
                mine(frame, visitor),
                fields(frame, filter),
                chips(frame, filter),
                lines(frame, visitor, listed.items()),
                all(frame, first.total()),
                paging);
    }

    /// Leads to a change of all that wait by these filters, with how many these are.
    private static QueuePage.All all(Frame f, long total) {
        String count = f.writing().number(total);
        String most = f.writing().number(WaitingEntries.MOST);
        return new QueuePage.All(
                f.withParameter("all", "yes").replaceFirst("^[^?]*", Desk.HOME + "/bulk"),
                total <= WaitingEntries.MOST
                        ? f.say("この条件の" + count + "件すべてに一括で追記する", "Add to all " + count + " that match")
                        : f.say("この条件の先頭" + most + "件に一括で追記する", "Add to the first " + most + " that match"),
                total <= WaitingEntries.MOST
                        ? f.say("一度に" + most + "件まで。", "At most " + most + " at once.")
                        : f.say(
                                "この条件には" + count + "件あります。一度に追記できるのは" + most + "件までです。",
                                count + " match; at most " + most + " are changed at once."));
    }

    private static String lead(Frame f, Gaps.Listed listed) {
        String all = f.writing().number(listed.all());
        String exploited = f.writing().number(listed.exploited());
        return f.say(
                "製品・スコア・日本語のどれかがない脆弱性は" + all + "件、そのうち" + exploited + "件は実際に悪用されています。",
                all + " vulnerabilities lack products, a score or Japanese texts; " + exploited
                        + " of them are known to be exploited.");
    }

    private static List<QueuePage.Figure> figures(Frame f, Gaps.Listed listed) {
        List<QueuePage.Figure> figures = new ArrayList<>();
        for (Gap gap : Gap.values()) {
            figures.add(new QueuePage.Figure(
                    f.say(gap.title().ja() + "がない", "Without " + without(gap)),
                    f.writing().number(listed.counts().getOrDefault(gap, 0L)),
                    Desk.HOME + "?gap=" + gap.name()));
        }
        figures.add(new QueuePage.Figure(
                f.say("悪用されている", "Exploited"), f.writing().number(listed.exploited()), Desk.HOME + "?exploited=yes"));
        return figures;
    }

    private static String without(Gap gap) {
        return switch (gap) {
            case PRODUCTS -> "products";
            case SCORE -> "a score";
            case JAPANESE -> "Japanese texts";
        };
    }

    private List<QueuePage.Line> mine(Frame frame, Visitor visitor) {
        Set<Long> ids = new LinkedHashSet<>();
        proposals.list(Set.of(Proposal.State.RETURNED, Proposal.State.DRAFT), 0, 200).items().stream()
                .filter(one -> one.wroteIn(visitor.id()))
                .forEach(one -> one.entry().ifPresent(ids::add));
        claims.all().stream().filter(claim -> claim.by().equals(visitor.id())).forEach(claim -> ids.add(claim.entry()));
        return lines(
                frame,
                visitor,
                ids.stream()
                        .limit(SIZE)
                        .map(id -> new Waiting(id, gaps.of(id), -1, 0, 0))
                        .toList());
    }

    private List<Field> fields(Frame f, QueueFilter filter) {
        List<Option> lacks = new ArrayList<>();
        lacks.add(Option.of("", f.say("どれでも", "Any")));
        Arrays.stream(Gap.values()).forEach(gap -> lacks.add(Option.of(gap.name(), f.say(gap.title()))));
        List<Option> severities = new ArrayList<>();
        severities.add(Option.of("", f.say("どれでも", "Any")));
        Arrays.stream(Severity.values())
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(each -> severities.add(Option.of(each.name(), f.say(each.word()))));
        return List.of(
                Field.select("gap", f.say("ないもの", "Lacks"), lacks)
                        .value(filter.gap() == null ? "" : filter.gap().name()),
                Field.select("severity", f.say("深刻度", "Severity"), severities)
                        .value(
                                filter.severity() == null
                                        ? ""
                                        : filter.severity().name()),
                Field.number("year", f.say("番号の年", "Year of number"))
                        .maxLength(4)
                        .value(filter.year() == null ? "" : filter.year().toString()),
                Field.text("vendor", f.say("ベンダ", "Vendor"))
                        .maxLength(QueueFilter.LONGEST)
                        .value(filter.vendor()),
                Field.text("product", f.say("製品", "Product"))
                        .maxLength(QueueFilter.LONGEST)
                        .value(filter.product()),
                Field.text("cwe", f.say("弱点の種類", "Weakness")).maxLength(10).value(filter.cwe()),
                Field.select("person", f.say("担当", "Taken by"), people(f)).value(filter.person()));
    }

    private List<Option> people(Frame f) {
        List<Option> people = new ArrayList<>();
        people.add(Option.of("", f.say("だれでも", "Anybody")));
        people.add(Option.of(QueueFilter.MINE, f.say("自分", "Me")));
        people.add(Option.of(QueueFilter.NOBODY, f.say("いない", "Nobody")));
        desk.people().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> people.add(Option.of(each.getKey().toString(), each.getValue())));
        return people;
    }

    private static List<Chip> chips(Frame f, QueueFilter filter) {
        return List.of(
                chip(f, f.say("悪用されているものだけ", "Only exploited"), "exploited", filter.exploited()),
                chip(f, f.say("EPSS 10%以上だけ", "Only EPSS from 10%"), "likely", filter.likely()));
    }

    private static Chip chip(Frame f, String title, String name, boolean inForce) {
        return inForce
                ? Chip.inForce(title, f.withoutParameter(name))
                : Chip.offered(title, f.withParameter(name, "yes"));
    }

    private List<QueuePage.Line> lines(Frame frame, Visitor visitor, List<Waiting> waiting) {
        List<Long> ids = waiting.stream().map(Waiting::entry).toList();
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(ids).forEach(head -> heads.put(head.id(), head));
        Map<Long, Claim> taken = claims.of(new HashSet<>(ids));
        Map<Long, Proposal> open = proposals.open(new HashSet<>(ids));
        return waiting.stream()
                .map(one -> line(
                        frame, visitor, one, heads.get(one.entry()), taken.get(one.entry()), open.get(one.entry())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static QueuePage.@Nullable Line line(
            Frame f,
            Visitor visitor,
            Waiting one,
            @Nullable EntryHead head,
            @Nullable Claim claim,
            @Nullable Proposal open) {
        if (head == null) {
            return null;
        }
        Severity severity = head.severity();
        Integer tenths = head.tenths();
        return new QueuePage.Line(
                head.number().toString(),
                head.ofCve().map(CveId::toString).orElse(""),
                f.say(head.title()),
                Desk.entry(head.number()),
                Arrays.stream(Gap.values())
                        .filter(one.lacks()::contains)
                        .map(gap -> f.say(gap.title()))
                        .toList(),
                severity == null ? null : severity.status(),
                severity == null || tenths == null
                        ? f.say("未評価", "Not scored")
                        : f.say(severity.word()) + " " + BigDecimal.valueOf(tenths, 1),
                reasons(f, one, head),
                claim == null ? null : claim.byName(),
                open == null ? null : f.say(open.state().title()),
                claim != null && claim.by().equals(visitor.id()),
                claim == null || claim.by().equals(visitor.id()));
    }

    private static List<String> reasons(Frame f, Waiting one, EntryHead head) {
        List<String> reasons = new ArrayList<>();
        if (head.exploited() != null) {
            reasons.add(f.say("悪用あり（KEV " + head.exploited() + "）", "Exploited (KEV " + head.exploited() + ")"));
        }
        if (one.epss() >= LIKELY) {
            reasons.add("EPSS " + BigDecimal.valueOf(one.epss() * 100).setScale(1, RoundingMode.HALF_UP) + "%");
        }
        if (one.watchers() > 0) {
            String watchers = f.writing().number(one.watchers());
            reasons.add(f.say("見守り" + watchers + "人", watchers + " people watch the product"));
        }
        if (one.spread() > 1) {
            String spread = f.writing().number(one.spread());
            reasons.add(f.say("同じ製品が" + spread + "件", spread + " entries of the product"));
        }
        reasons.add(f.say("公開 ", "Published ") + f.writing().day(head.published()));
        return reasons;
    }
}
