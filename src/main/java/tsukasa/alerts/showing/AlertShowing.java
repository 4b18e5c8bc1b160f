package tsukasa.alerts.showing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertContent;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.AlertQuestion.Span;
import tsukasa.alerts.Alerts;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Writing;
import tsukasa.naming.CpeName;
import tsukasa.vulnerability.Products;

/// Makes the public pages of alerts.
@Component
class AlertShowing {
    static final String PATH = "/alerts";
    private static final int SIZE = 20;
    private static final int FEW = 3;
    private final Alerts alerts;
    private final Products products;

    AlertShowing(Alerts alerts, Products products) {
        this.alerts = alerts;
        this.products = products;
    }

    /// @param year    of first publication; 0 for all
    /// @param product its id; 0 for all
    record Wanted(String words, int year, long product) {
        AlertQuestion question() {
            AlertQuestion question = AlertQuestion.ALL.words(words).products(product == 0 ? null : Set.of(product));
            return year < 1970 || year > 2100
                    ? question
                    : question.between(new Span(begin(year), begin(year + 1)), Span.OPEN);
        }

        private static Instant begin(int year) {
            return LocalDate.of(year, 1, 1).atStartOfDay(Writing.JAPAN).toInstant();
        }
    }

    AlertsPage list(Frame f, Wanted wanted, int page) {
        Alerts.Listed counted = alerts.list(wanted.question().page(0, 1));
        Paging paging = new Paging(page, SIZE, counted.total());
        List<Alert> listed =
                alerts.list(wanted.question().page(paging.offset(), SIZE)).alerts();
        String total = f.writing().number(counted.total());
        return new AlertsPage(
                f,
                f.say(
                        "急いで対策が必要な脆弱性や攻撃をお知らせしています。" + total + "件あります。",
                        "What needs action soon: vulnerabilities and attacks. " + total + " alerts."),
                fields(f, wanted),
                chips(f, wanted),
                !wanted.words().isEmpty() || wanted.year() != 0 || wanted.product() != 0,
                listed.stream().map(alert -> line(f, alert)).toList(),
                paging);
    }

    private List<Field> fields(Frame f, Wanted wanted) {
        List<Option> years = new ArrayList<>(List.of(Option.of("", f.say("すべて", "All"))));
        alerts.years().forEach(year -> years.add(Option.of(String.valueOf(year), f.say(year + "年", "" + year))));
        return List.of(
                Field.search("q", f.say("言葉、製品名、CVE番号", "Words, a product, a CVE number"))
                        .maxLength(200)
                        .value(wanted.words()),
                Field.select("year", f.say("公表した年", "Year"), years)
                        .value(wanted.year() == 0 ? "" : String.valueOf(wanted.year())));
    }

    private List<Chip> chips(Frame f, Wanted wanted) {
        return wanted.product() == 0
                ? List.of()
                : products.product(wanted.product())
                        .map(product -> List.of(Chip.inForce(product.name(), f.withoutParameter("product"))))
                        .orElse(List.of());
    }

    private static AlertsPage.Line line(Frame f, Alert alert) {
        AlertContent content = alert.content();
        Stream<String> names = content.products().stream().map(AlertContent.Concerned::name);
        Stream<String> cves = content.cves().stream().map(Object::toString);
        String detail = Stream.concat(names.limit(FEW), cves.limit(FEW)).collect(Collectors.joining("　"));
        return new AlertsPage.Line(
                alert.number().toString(),
                f.say(content.title()),
                alert.address(),
                content.urgency().status(),
                f.say(content.urgency().word()),
                dates(f, alert),
                detail,
                alert.standing() == Alert.Standing.IN_FORCE
                        ? ""
                        : f.say(alert.standing().word()));
    }

    static String dates(Frame f, Alert alert) {
        String published = day(f, alert.published());
        return alert.edition() == 1
                ? f.say(published + "公表", "Published " + published)
                : f.say(
                        published + "公表　" + day(f, alert.updated()) + "更新（第" + alert.edition() + "報）",
                        "Published " + published + ", updated " + day(f, alert.updated()) + " (edition "
                                + alert.edition() + ")");
    }

    private static String day(Frame f, Instant at) {
        return f.writing().date(LocalDate.ofInstant(at, Writing.JAPAN));
    }

    Alert alert(String number) {
        return AlertNumber.read(number)
                .flatMap(alerts::find)
                .orElseThrow(() -> Problem.notFound(Text.of("その注意喚起はありません。", "There is no such alert.")));
    }

    AlertPage page(Frame f, String number) {
        Alert alert = alert(number);
        return page(f, alert, alert);
    }

    /// What an edition said, with a word about what came out since.
    AlertPage page(Frame f, String number, String edition) {
        Alert now = alert(number);
        return AlertNumber.read(number)
                .filter(_ -> edition.matches("[1-9][0-9]{0,3}"))
                .flatMap(known -> alerts.find(known, Integer.parseInt(edition)))
                .map(alert -> page(f, alert, now))
                .orElseThrow(() -> Problem.notFound(Text.of("この注意喚起に、その報はありません。", "This alert has no such edition.")));
    }

    private AlertPage page(Frame f, Alert alert, Alert now) {
        AlertContent content = alert.content();
        return new AlertPage(
                f,
                alert.number().toString(),
                f.say(content.title()),
                earlier(f, alert, now),
                over(f, now),
                content.urgency().status(),
                f.say(content.urgency().word()),
                dates(f, alert),
                f.say(content.summary()),
                f.say(content.action()),
                content.products().stream().map(p -> product(f, p)).toList(),
                content.cves().stream()
                        .map(cve -> Fact.of("CVE", cve.toString(), "/vulnerabilities/" + cve))
                        .toList(),
                content.references(),
                content.contact(),
                now.editions().reversed().stream()
                        .map(edition -> moment(f, alert, now, edition))
                        .toList());
    }

    private static @Nullable String earlier(Frame f, Alert alert, Alert now) {
        return alert.edition() == now.edition()
                ? null
                : f.say(
                        "第" + alert.edition() + "報の内容です。この後に第" + now.edition() + "報を公表しました。",
                        "This is what edition " + alert.edition() + " said. Edition " + now.edition()
                                + " has come out since.");
    }

    /// Whichever edition is read: what an earlier one advised is over too.
    private static @Nullable String over(Frame f, Alert now) {
        String what = f.say(now.editions().getLast().what());
        return now.standing()
                .over()
                .map(told -> f.say(told) + f.say("", " ") + what)
                .orElse(null);
    }

    private static AlertPage.Product product(Frame f, AlertContent.Concerned concerned) {
        Long id = concerned.product();
        String cpe = concerned.cpe();
        return new AlertPage.Product(
                concerned.name(),
                concerned.vendor(),
                id == null ? null : "/vulnerabilities/products/" + id,
                cpe == null ? "" : CpeName.brief(cpe),
                concerned.versions().isEmpty() ? f.say("すべてのバージョン", "All versions") : concerned.versions());
    }

    /// Each leads to what it said, but for the one that is shown.
    private static Moment moment(Frame f, Alert alert, Alert now, Alert.Edition edition) {
        String when = f.writing().minute(edition.at());
        String what =
                f.say("第" + edition.number() + "報　", "Edition " + edition.number() + ": ") + f.say(edition.what());
        Moment moment = edition.number() == now.edition() ? Moment.latest(when, what) : Moment.past(when, what);
        if (edition.number() == alert.edition()) {
            return moment;
        }
        return moment.leadingTo(
                edition.number() == now.edition() ? now.address() : now.address() + "?edition=" + edition.number());
    }
}
