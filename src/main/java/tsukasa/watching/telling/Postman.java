package tsukasa.watching.telling;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchNews;
import tsukasa.watching.WatchNews.Happening;
import tsukasa.watching.WatchNews.Kind;

/// Writes one letter for all that happened to a list. A letter is secret: what somebody has is nobody's business.
@Component
class Postman {
    private static final int MOST_TOLD = 30;
    private static final int LONGEST_REASON = 400;
    private final People people;
    private final PostOffice post;
    private final PublicAddress address;

    Postman(People people, PostOffice post, PublicAddress address) {
        this.people = people;
        this.post = post;
        this.address = address;
    }

    /// Nobody is written to who can no longer sign in.
    void write(WatchNews news) {
        people.find(news.list().owner())
                .filter(person -> person.closedAt() == null)
                .ifPresent(person -> post.send(letter(news, person)));
    }

    private Letter letter(WatchNews news, Person person) {
        WatchList list = news.list();
        Language language = list.language();
        List<Happening> last = last(news.happenings());
        String name = list.name().length() > 60 ? list.name().substring(0, 60) : list.name();
        String subject = subject(name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " "), last, language);
        StringBuilder body = new StringBuilder();
        for (Kind kind : Kind.values()) {
            List<Happening> its =
                    last.stream().filter(one -> one.kind() == kind).toList();
            if (!its.isEmpty()) {
                body.append("■ ")
                        .append(Wording.kind(kind, language))
                        .append(" (")
                        .append(its.size())
                        .append(")\n\n");
                its.stream().limit(MOST_TOLD).forEach(one -> happening(body, one, language));
                if (its.size() > MOST_TOLD) {
                    int more = its.size() - MOST_TOLD;
                    body.append(Wording.say(language, "ほか" + more + "件\n\n", more + " more\n\n"));
                }
            }
        }
        String page = address.base() + "/watch/lists/" + list.id();
        body.append("――――――――\n")
                .append(Wording.say(language, "リスト「" + list.name() + "」を見る\n", "The list “" + list.name() + "”\n"))
                .append(page)
                .append("\n\n")
                .append(Wording.say(language, "メールを止める、まとめて受け取る\n", "Stop these letters, or gather them\n"))
                .append(page)
                .append("/settings\n");
        return Letter.of(person.email(), language, Text.same(subject), Text.same(body.toString()))
                .withHeaders(List.of(new Letter.Header("List-Unsubscribe", "<" + page + "/settings>")))
                .keptSecret();
    }

    /// Of several happenings to one finding the last one, and all facts that changed.
    private static List<Happening> last(List<Happening> happenings) {
        Map<Long, Happening> last = new LinkedHashMap<>();
        happenings.forEach(one -> last.merge(
                one.finding().id(),
                one,
                (before, after) -> before.kind() == Kind.NEW && after.kind() == Kind.CHANGED ? before : after));
        return last.values().stream()
                .sorted(Comparator.comparingInt((Happening one) -> one.finding().urgency())
                        .reversed())
                .toList();
    }

    private static String subject(String name, List<Happening> happenings, Language language) {
        long fresh = happenings.stream().filter(one -> one.kind() == Kind.NEW).count();
        long changed =
                happenings.stream().filter(one -> one.kind() == Kind.CHANGED).count();
        long exploited = happenings.stream()
                .filter(one -> one.kind() != Kind.GONE && one.finding().exploited())
                .count();
        String urgent = exploited == 0 ? "" : Wording.say(language, "【悪用あり】", "[Exploited] ");
        if (fresh > 0) {
            return urgent
                    + Wording.say(
                            language,
                            "見守り「" + name + "」：新しく該当" + fresh + "件",
                            "Watch list “" + name + "”: " + fresh + " new");
        }
        return urgent
                + (changed > 0
                        ? Wording.say(
                                language,
                                "見守り「" + name + "」：変更" + changed + "件",
                                "Watch list “" + name + "”: " + changed + " changed")
                        : Wording.say(
                                language,
                                "見守り「" + name + "」：該当しなくなったもの",
                                "Watch list “" + name + "”: no longer matching"));
    }

    private void happening(StringBuilder body, Happening one, Language language) {
        var entry = one.entry();
        body.append(Wording.number(one))
                .append("  ")
                .append(Wording.severity(one.finding(), language))
                .append('\n');
        if (entry != null) {
            body.append(entry.title().in(language)).append('\n');
        }
        body.append(Wording.say(language, "製品：", "Product: "))
                .append(Wording.product(one.finding()))
                .append('\n');
        String fix = one.finding().reason().fix();
        if (fix != null && one.kind() != Kind.GONE) {
            body.append(Wording.say(language, "修正された版：", "Fixed in: "))
                    .append(fix)
                    .append('\n');
        }
        body.append(Wording.say(language, "理由：", "Reason: "))
                .append(cut(Wording.reason(one, language)))
                .append('\n');
        body.append(address.base()).append(Wording.path(one)).append("\n\n");
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
