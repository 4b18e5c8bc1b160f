package tsukasa.staff.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.audit.AuditDay;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Listing;
import tsukasa.audit.Deed;
import tsukasa.audit.Entry;
import tsukasa.identity.Organisations;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Writing;
import tsukasa.staff.audit.AuditEntryPage.Neighbour;

/// Puts entries on pages.
@Component
class AuditViews {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private final AuditWords words;
    private final AuditReader reader;
    private final Organisations organisations;

    AuditViews(AuditWords words, AuditReader reader, Organisations organisations) {
        this.words = words;
        this.reader = reader;
        this.organisations = organisations;
    }

    AuditPage list(Frame f, AuditSearch search, Listing listing, Paging paging) {
        String number = f.writing().number(Math.min(listing.total(), Listing.COUNTED));
        String sentence = listing.more()
                ? f.say(
                        number + "件より多くの記録があります。新しい順に" + number + "件まで見られます。",
                        "More than " + number + " entries; the newest " + number + " can be seen.")
                : f.say(number + "件の記録があります。", number + (listing.total() == 1 ? " entry." : " entries."));
        return new AuditPage(
                f,
                sentence,
                search.fields(f, words),
                chips(f, search),
                listing.entries().stream().map(entry -> row(f, entry)).toList(),
                paging,
                "/staff/audit.csv" + (f.query().isEmpty() ? "" : "?" + f.query()));
    }

    private List<Chip> chips(Frame f, AuditSearch search) {
        List<Chip> chips = new ArrayList<>();
        chip(f, chips, "who", search.who());
        chip(f, chips, "object", search.object());
        chip(f, chips, "action", search.action().isEmpty() ? "" : words.action(f, search.action()));
        chip(
                f,
                chips,
                "kind",
                search.kind().isEmpty()
                        ? ""
                        : f.say(Deed.Kind.valueOf(search.kind()).title()));
        chip(f, chips, "from", search.from().isEmpty() ? "" : f.say(search.from() + "から", "from " + search.from()));
        chip(
                f,
                chips,
                "until",
                search.until().isEmpty() ? "" : f.say(search.until() + "まで", "until " + search.until()));
        return chips;
    }

    private static void chip(Frame f, List<Chip> chips, String name, String title) {
        if (!title.isEmpty()) {
            chips.add(Chip.inForce(title, f.withoutParameter(name)));
        }
    }

    private AuditPage.Row row(Frame f, Entry entry) {
        String object = AuditWords.object(entry);
        String type = words.type(f, entry.object().type());
        boolean numbered = !entry.object().label().isEmpty()
                && !entry.object().id().isEmpty()
                && entry.object().id().length() < 20;
        return new AuditPage.Row(
                f.writing().minute(entry.occurredAt()),
                AuditWords.actor(f, entry.actor()),
                words.action(f, entry.action()),
                object.isEmpty() ? type : object,
                object.isEmpty() ? "" : numbered ? type + "　" + entry.object().id() : type,
                address(entry),
                f.say(entry.kind().title()),
                entry.kind() == Deed.Kind.REFUSED ? Status.REFUSED : null);
    }

    static String address(Entry entry) {
        return "/staff/audit/entries/" + entry.id();
    }

    AuditEntryPage entry(Frame f, Entry entry) {
        Optional<AuditDay> day = reader.day(entry.day());
        return new AuditEntryPage(
                f,
                words.action(f, entry.action()),
                lead(f, entry),
                facts(f, entry),
                entry.facts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fact -> Fact.of(fact.getKey(), fact.getValue()))
                        .toList(),
                List.of(
                        Fact.of(
                                f.say("日と番号", "Day and number"),
                                entry.day() + "　#" + f.writing().number(entry.seq())),
                        Fact.of(f.say("通し番号", "Serial number"), String.valueOf(entry.id())),
                        Fact.of(f.say("この記録のハッシュ", "Its hash"), entry.hash()),
                        Fact.of(f.say("前の記録のハッシュ", "The hash before"), entry.previous())),
                day.map(one -> seal(f, one)).orElse(List.of()),
                day.map(AuditViews::status).orElse(Status.DIFFERS),
                day.map(one -> word(f, one)).orElse(f.say("封印がありません", "No seal")),
                neighbour(f, entry, entry.seq() - 1),
                neighbour(f, entry, entry.seq() + 1));
    }

    private static String lead(Frame f, Entry entry) {
        String who = AuditWords.actor(f, entry.actor());
        String when = f.writing().minute(entry.occurredAt());
        return switch (entry.kind()) {
            case DID -> f.say(when + "に、" + who + "が行いました。", "Done by " + who + ", " + when + ".");
            case READ -> f.say(when + "に、" + who + "が閲覧しました。", "Read by " + who + ", " + when + ".");
            case REFUSED -> f.say(when + "に、" + who + "の求めを断りました。", "Refused to " + who + ", " + when + ".");
        };
    }

    private List<Fact> facts(Frame f, Entry entry) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("日時", "When"), SECOND.format(entry.occurredAt().atZone(Writing.JAPAN)) + " JST"));
        facts.add(Fact.of(f.say("種別", "Kind"), f.say(entry.kind().title())));
        facts.add(Fact.of(f.say("行為", "Action"), words.action(f, entry.action()) + "（" + entry.action() + "）"));
        String who = AuditWords.actor(f, entry.actor());
        facts.add(
                entry.actor().id().isEmpty()
                        ? Fact.of(f.say("だれが", "Who"), who)
                        : Fact.of(
                                f.say("だれが", "Who"),
                                who,
                                "/staff/audit?who=" + encoded(entry.actor().id())));
        add(facts, f.say("行為者のID", "Id of who"), entry.actor().id());
        if (entry.actor().organisation() != null) {
            String name = organisations
                    .find(entry.actor().organisation())
                    .map(one -> one.profile().name())
                    .orElse(entry.actor().organisation().toString());
            facts.add(Fact.of(f.say("代表した組織", "Acting for"), name));
        }
        String object = AuditWords.object(entry);
        facts.add(Fact.of(
                f.say("何に", "To what"), words.type(f, entry.object().type()) + (object.isEmpty() ? "" : "　" + object)));
        if (!entry.object().id().isEmpty()) {
            facts.add(Fact.of(
                    f.say("その番号", "Its id"),
                    entry.object().id(),
                    "/staff/audit?object=" + encoded(entry.object().id())));
        }
        add(facts, f.say("理由", "Reason"), entry.reason());
        add(facts, f.say("リクエスト", "Request"), entry.request());
        add(facts, f.say("ネットワーク", "Network"), entry.network());
        return facts;
    }

    private static void add(List<Fact> facts, String term, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(Fact.of(term, value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Fact> seal(Frame f, AuditDay day) {
        return List.of(
                Fact.of(f.say("この日の記録", "Entries of the day"), f.writing().number(day.entries())),
                Fact.of(f.say("最後の封印", "Last sealed"), f.writing().minute(day.sealedAt())),
                Fact.of(f.say("根", "Root"), day.root()),
                Fact.of(f.say("鍵", "Key"), day.keyId()),
                Fact.of(f.say("署名", "Signature"), day.signature()));
    }

    static Status status(AuditDay day) {
        return day.closed() ? Status.MATCHES : Status.IN_REVIEW;
    }

    static String word(Frame f, AuditDay day) {
        return day.closed() ? f.say("封印済み", "Sealed") : f.say("記録中", "Open");
    }

    private @Nullable Neighbour neighbour(Frame f, Entry entry, long seq) {
        return reader.at(entry.day(), seq)
                .map(one -> new Neighbour(
                        address(one), "#" + f.writing().number(seq) + "　" + words.action(f, one.action())))
                .orElse(null);
    }
}
