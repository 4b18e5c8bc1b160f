package tsukasa.myjvn.hnd;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.AlertQuestion.Span;
import tsukasa.alerts.Alerts;
import tsukasa.alerts.Alerts.Listed;
import tsukasa.kernel.Language;
import tsukasa.kernel.page.Writing;

/// What the agency urgently told everyone, as Atom or as JSON.
@Component
class AlertMethod implements Method {
    private static final int MOST = 50;
    private final Alerts alerts;
    private final ProductsAsked products;
    private final AlertAtom atom;
    private final AlertJson json;

    AlertMethod(Alerts alerts, ProductsAsked products, AlertAtom atom, AlertJson json) {
        this.alerts = alerts;
        this.products = products;
        this.atom = atom;
        this.json = json;
    }

    @Override
    public String name() {
        return "getAlertList";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(
                "method",
                "feed",
                "lang",
                "startItem",
                "maxCountItem",
                "datePublished",
                "dateFirstPublished",
                "cpeName",
                "ft");
    }

    @Override
    public Question read(Asked sent, LocalDate today) {
        Asked asked = sent.only(parameters());
        if (!Set.of("xml", "json").contains(asked.text("ft").orElse("xml"))) {
            throw new Refused(Fault.WORD, "ft");
        }
        Language language = asked.language();
        int first = asked.number("startItem", 1, Integer.MAX_VALUE, 1);
        AlertQuestion question = AlertQuestion.ALL
                .between(year(asked, "dateFirstPublished"), year(asked, "datePublished"))
                .page(first - 1L, asked.number("maxCountItem", 1, MOST, MOST));
        return new Question() {
            @Override
            public byte[] answer(Map<String, String> echo) {
                Listed found = alerts.list(question.products(products.of(asked).orElse(null)));
                Outcome outcome = new Outcome(
                        echo, language, MOST, found.total(), found.alerts().size(), first, null);
                return "json".equals(echo.get("ft"))
                        ? json.write(found.alerts(), outcome)
                        : atom.write(found.alerts(), outcome);
            }

            @Override
            public long mark() {
                return alerts.mark();
            }

            @Override
            public boolean alone() {
                return false;
            }
        };
    }

    private static Span year(Asked asked, String name) {
        return asked.number(name)
                .map(year -> {
                    if (year < 1000 || year > 9998) {
                        throw new Refused(Fault.DATE, name);
                    }
                    return new Span(start(year.intValue()), start(year.intValue() + 1));
                })
                .orElse(Span.OPEN);
    }

    private static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(Writing.JAPAN).toInstant();
    }
}
