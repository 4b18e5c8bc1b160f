package tsukasa.scheme.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.scheme.Scheme;

/// Answers a search as a page.
@Component
class RegisterDesk {
    static final int PAGE = 50;
    private final RegisterStore store;
    private final CountingDesk counting;

    RegisterDesk(RegisterStore store, CountingDesk counting) {
        this.store = store;
        this.counting = counting;
    }

    /// How many rows there are. Without words it is a sum of the counts by prefecture, industry and level and exact;
    /// with words it is counted up to a thousand.
    long total(Search search) {
        return search.withoutText()
                ? counting.standing(search.scheme().id(), search.asOf()).matching(search)
                : store.count(search);
    }

    RegisterPage page(Frame f, Search search, int page) {
        Scheme scheme = search.scheme();
        long total = total(search);
        boolean cut = !search.withoutText() && total > RegisterStore.COUNTED_UP_TO;
        Paging paging = new Paging(page, PAGE, cut ? RegisterStore.COUNTED_UP_TO : total);
        Names names = new Names(scheme);
        return new RegisterPage(
                f,
                scheme,
                sentence(f, search, total, cut),
                cut
                        ? f.say(
                                "条件を加えると、残りも見られます。CSVはすべての行を含みます。",
                                "Add a condition to see the rest. The CSV holds all rows.")
                        : null,
                Field.search("q", words(f, scheme)).value(search.text()).maxLength(100),
                conditions(f, search),
                search.known().map(day -> Map.of("known_at", day.toString())).orElse(Map.of()),
                chips(f, search),
                search.order().sortedBy(),
                store.rows(search, total, paging.offset(), paging.size()).stream()
                        .map(entry -> row(f, scheme, names, entry))
                        .toList(),
                paging,
                elsewhere(f, "/" + scheme.id() + "/register.csv"),
                elsewhere(f, "/api/" + scheme.id() + "/register"));
    }

    /// The same search at another address.
    private static String elsewhere(Frame f, String path) {
        String here = f.withoutParameter("page");
        int query = here.indexOf('?');
        return query < 0 ? path : path + here.substring(query);
    }

    private static String sentence(Frame f, Search search, long total, boolean cut) {
        String day = f.writing().date(search.asOf());
        String count = f.writing().number(cut ? RegisterStore.COUNTED_UP_TO : total);
        if (cut) {
            return f.say(day + "の時点で、" + count + "件を超えます。", "More than " + count + " entries on " + day + ".");
        }
        return total == 0
                ? f.say(day + "の時点で、あてはまる事業者はありません。", "No entry matches on " + day + ".")
                : f.say(day + "の時点で、" + count + "件が載っています。", count + " entries on " + day + ".");
    }

    private static RegisterPage.Row row(Frame f, Scheme scheme, Names names, Listed entry) {
        String english = entry.english();
        boolean inEnglish = !f.japanese() && english != null;
        return new RegisterPage.Row(
                entry.number(),
                inEnglish && english != null ? english : entry.name(),
                inEnglish ? entry.name() : entry.kana(),
                f.say(names.prefecture(entry.prefecture())),
                f.say(names.industry(entry.industry())),
                f.say(names.levelWithMark(entry.level())),
                entry.validFrom().toString(),
                "/" + scheme.id() + "/register/" + entry.number());
    }

    private static String words(Frame f, Scheme scheme) {
        boolean kana = !scheme.register().kana().isEmpty();
        return scheme.subjectField().isEmpty()
                ? f.say(kana ? "名前・カナ・番号" : "名前・番号", kana ? "Name, kana or number" : "Name or number")
                : f.say("事業者名・カナ・法人番号", "Name, kana or corporate number");
    }

    private static List<Field> conditions(Frame f, Search search) {
        Scheme scheme = search.scheme();
        List<Field> conditions = new ArrayList<>();
        conditions.add(select(
                "prefecture",
                f.say("都道府県", "Prefecture"),
                Arrays.stream(Prefecture.values()),
                Prefecture::code,
                p -> f.say(p.title()),
                search.prefecture().map(Prefecture::code).orElse(""),
                f));
        if (!scheme.register().industry().isEmpty()) {
            conditions.add(select(
                    "industry",
                    f.say("業種", "Industry"),
                    Search.industries(scheme),
                    c -> c.value(),
                    c -> f.say(c.label()),
                    search.industry().map(c -> c.value()).orElse(""),
                    f));
        }
        ofTheCompany(f, search, conditions);
        conditions.add(
                Field.date("as_of", f.say("基準日", "As of")).value(search.asOf().toString()));
        return conditions;
    }

    private static void ofTheCompany(Frame f, Search search, List<Field> conditions) {
        Scheme scheme = search.scheme();
        if (scheme.graded()) {
            conditions.add(select(
                    "level",
                    f.say("段階", "Level"),
                    scheme.levels().stream(),
                    Scheme.Level::id,
                    l -> l.mark() + " " + f.say(l.title()),
                    search.level().map(Scheme.Level::id).orElse(""),
                    f));
        }
        if (!scheme.smallCompany().isEmpty()) {
            conditions.add(select(
                    "company",
                    f.say("規模", "Size"),
                    Stream.of(true, false),
                    small -> small ? "small" : "other",
                    small -> f.say(size(small)),
                    search.small().map(small -> small ? "small" : "other").orElse(""),
                    f));
        }
    }

    private static Text size(boolean small) {
        return small ? Text.of("中小企業", "Small or medium") : Text.of("中小企業以外", "Larger");
    }

    private static @Nullable String past(Frame f, Search search) {
        return search.asOf().equals(f.today()) ? null : search.asOf().toString();
    }

    private static <T> Field select(
            String name,
            String label,
            Stream<T> things,
            Function<T, String> code,
            Function<T, String> words,
            String chosen,
            Frame f) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", f.say("すべて", "All")));
        things.forEach(thing -> options.add(Option.of(code.apply(thing), words.apply(thing))));
        return Field.select(name, label, options).value(chosen);
    }

    private static List<Chip> chips(Frame f, Search search) {
        List<Chip> chips = new ArrayList<>();
        if (!search.text().isEmpty()) {
            chips.add(
                    Chip.inForce(f.say("「" + search.text() + "」", "“" + search.text() + "”"), f.withoutParameter("q")));
        }
        search.prefecture().ifPresent(p -> chips.add(Chip.inForce(f.say(p.title()), f.withoutParameter("prefecture"))));
        search.industry().ifPresent(i -> chips.add(Chip.inForce(f.say(i.label()), f.withoutParameter("industry"))));
        search.level()
                .ifPresent(
                        l -> chips.add(Chip.inForce(l.mark() + " " + f.say(l.title()), f.withoutParameter("level"))));
        search.small().ifPresent(small -> chips.add(Chip.inForce(f.say(size(small)), f.withoutParameter("company"))));
        search.known()
                .ifPresent(day -> chips.add(
                        Chip.inForce(f.say(day + "までに記録されたもの", "Recorded by " + day), f.withoutParameter("known_at"))));
        String day = past(f, search);
        if (day != null) {
            chips.add(Chip.inForce(f.say(day + "の時点", "As of " + day), f.withoutParameter("as_of")));
        }
        return chips;
    }
}
