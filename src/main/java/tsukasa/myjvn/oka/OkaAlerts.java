package tsukasa.myjvn.oka;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.AlertQuestion.Span;
import tsukasa.alerts.Alerts;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaVersions.Condition;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryQuestion;

/// getAlertList. An alert is created when it becomes public. It tells versions in words, so that a version is decided
/// by the entries it names; one that names none is about every version.
@Component
class OkaAlerts {
    private static final int MOST = 50;
    private static final int MOST_READ = 1_000;
    private final Alerts alerts;
    private final Entries entries;
    private final OkaNames names;
    private final OkaVersions versions;
    private final OkaAlertFeed feed;

    OkaAlerts(Alerts alerts, Entries entries, OkaNames names, OkaVersions versions, OkaAlertFeed feed) {
        this.alerts = alerts;
        this.entries = entries;
        this.names = names;
        this.versions = versions;
        this.feed = feed;
    }

    long mark() {
        return alerts.mark();
    }

    byte[] answer(OkaAsked asked) {
        int first = asked.number("startItem", Integer.MAX_VALUE, 1);
        int size = asked.number("maxCountItem", MOST, MOST);
        AlertQuestion question = AlertQuestion.ALL
                .words(asked.text("keyword").orElse(""))
                .products(names.about(asked))
                .between(both(asked.span("created"), asked.span("public")), span(asked.span("modified")));
        Condition condition = OkaVersions.condition(asked);
        if (condition instanceof Condition.Every) {
            Alerts.Listed listed = alerts.list(question.page(first - 1L, size));
            return write(asked, listed.alerts(), listed.total(), first);
        }
        Set<Long> concerned = condition instanceof Condition.Telling ? null : versions.entries(asked);
        List<Alert> fitting = alerts.list(question.page(0, MOST_READ)).alerts().stream()
                .filter(alert -> fits(alert, condition, concerned))
                .toList();
        return write(asked, fitting.stream().skip(first - 1L).limit(size).toList(), fitting.size(), first);
    }

    private byte[] write(OkaAsked asked, List<Alert> some, long total, int first) {
        return feed.write(some, Outcome.of(asked, "getAlertList", MOST, total, some.size(), first));
    }

    private boolean fits(Alert alert, Condition condition, @Nullable Set<Long> concerned) {
        if (condition instanceof Condition.Telling(boolean told)) {
            return told
                    != alert.content().products().stream()
                            .allMatch(product -> product.versions().isBlank());
        }
        Set<Long> known = new HashSet<>();
        for (CveId cve : alert.content().cves()) {
            entries.known(cve.toString()).stream().map(EntryHead::id).forEach(known::add);
        }
        return known.isEmpty() || concerned == null || known.stream().anyMatch(concerned::contains);
    }

    private static Span span(EntryQuestion.Span span) {
        return new Span(span.from(), span.until());
    }

    private static Span both(EntryQuestion.Span one, EntryQuestion.Span other) {
        return new Span(later(one.from(), other.from()), earlier(one.until(), other.until()));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
