package tsukasa.enrichment.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.register.Merger.What;
import tsukasa.enrichment.register.RegisterPage.Link;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Tab;
import tsukasa.vulnerability.ProductRegister;
import tsukasa.vulnerability.ProductRegister.Kind;
import tsukasa.vulnerability.ProductRegister.Registered;
import tsukasa.vulnerability.Products;

/// Draws the register.
@Component
class RegisterViews {
    private static final int SIZE = 50;
    private static final int FOUND = 12;
    private final Products products;
    private final ProductRegister register;
    private final MergerDesk mergers;
    private final MergerViews views;

    RegisterViews(Products products, ProductRegister register, MergerDesk mergers, MergerViews views) {
        this.products = products;
        this.register = register;
        this.mergers = mergers;
        this.views = views;
    }

    /// What stands in the form, and what is looked for.
    ///
    /// @param into what it may be merged into; null where nobody has chosen
    record Shown(Typed typed, String search, @Nullable Registered into, String reason, Errors errors, int answer) {
        static Shown of(Registered one) {
            return new Shown(
                    new Typed(
                            one.names().ja(),
                            one.names().en(),
                            one.names().kana(),
                            String.join("\n", one.names().aliases()),
                            one.corporateNumber().orElse("")),
                    "",
                    null,
                    "",
                    Errors.none(),
                    200);
        }

        Shown failed(Errors wrong, int status) {
            return new Shown(typed, search, into, reason, wrong, status);
        }
    }

    record Typed(String ja, String en, String kana, String aliases, String number) {}

    static String address(Kind kind) {
        return Desk.HOME + (kind == Kind.VENDOR ? "/vendors" : "/products");
    }

    static List<Tab> tabs(Frame f, String current, long waiting) {
        String open = f.writing().number(waiting);
        String all = Desk.HOME + "/mergers";
        return List.of(
                new Tab(f.say("ベンダ", "Vendors"), address(Kind.VENDOR), current.equals(address(Kind.VENDOR))),
                new Tab(f.say("製品", "Products"), address(Kind.PRODUCT), current.equals(address(Kind.PRODUCT))),
                new Tab(f.say("統合の提案（" + open + "件）", "Proposed to be one (" + open + ")"), all, current.equals(all)));
    }

    RegistersPage list(Frame f, Kind kind, String search, int page) {
        long total = kind == Kind.VENDOR
                ? products.vendors(search, 0, 0).total()
                : products.products(search, Set.of(), 0, 0).total();
        Paging paging = new Paging(page, SIZE, total);
        return new RegistersPage(
                f,
                Desk.tabs(f, Desk.View.REGISTER),
                tabs(f, address(kind), mergers.count(true)),
                address(kind),
                search,
                found(f, kind, search, paging.offset(), SIZE),
                paging);
    }

    private List<Link> found(Frame f, Kind kind, String search, long from, int size) {
        return kind == Kind.VENDOR
                ? products.vendors(search, from, size).items().stream()
                        .map(one -> new Link(
                                one.id(),
                                one.name(),
                                one.key() + entries(f, one.entries()),
                                address(kind) + "/" + one.id()))
                        .toList()
                : products.products(search, Set.of(), from, size).items().stream()
                        .map(one -> new Link(
                                one.id(),
                                (one.vendor() == null ? "" : one.vendor().name() + " ") + one.name(),
                                brief(one) + entries(f, one.entries()),
                                address(kind) + "/" + one.id()))
                        .toList();
    }

    private static String brief(Products.Product one) {
        String cpe = one.cpe();
        return cpe != null ? cpe.replace(":*:*:*:*:*:*:*:*", "") : Objects.requireNonNullElse(one.purl(), one.key());
    }

    private static String entries(Frame f, long count) {
        String written = f.writing().number(count);
        return f.say("　脆弱性 " + written + "件", ", " + written + " entries");
    }

    RegisterPage page(Frame f, Registered one, Shown shown) {
        String search = shown.search();
        return new RegisterPage(
                f,
                one.label(),
                address(one.kind()) + "/" + one.id(),
                facts(f, one),
                fields(f, one, shown),
                one.version(),
                one.mergedInto().map(id -> link(f, one.kind(), id)).orElse(null),
                one.merged().stream().map(id -> link(f, one.kind(), id)).toList(),
                search,
                search.isEmpty()
                        ? List.of()
                        : found(f, one.kind(), search, 0, FOUND).stream()
                                .filter(each -> each.id() != one.id())
                                .toList(),
                mergers.waiting(one.kind(), one.id()).stream()
                        .map(each -> new Link(
                                each.id(),
                                f.say(each.what().title()) + f.say("：", ": ") + each.subject(),
                                f.say("　提案：" + each.byName(), ", proposed by " + each.byName()),
                                MergerViews.address(each.id())))
                        .toList(),
                Optional.ofNullable(shown.into())
                        .map(into -> link(f, one.kind(), into.id()))
                        .orElse(null),
                preview(f, one, shown),
                shown.reason(),
                shown.errors(),
                shown.answer());
    }

    /// What merging into the chosen one would make of both, or what splitting would.
    private Optional<RegisterPage.Compared> preview(Frame f, Registered one, Shown shown) {
        Optional<Registered> merged = one.mergedInto().flatMap(id -> register.find(one.kind(), id));
        return merged.map(into -> views.compared(f, What.SPLIT, one, into))
                .or(() -> Optional.ofNullable(shown.into()).map(into -> views.compared(f, What.MERGE, one, into)));
    }

    private Link link(Frame f, Kind kind, long id) {
        return register.find(kind, id)
                .map(one ->
                        new Link(id, one.label(), one.address() + entries(f, one.entries()), address(kind) + "/" + id))
                .orElse(new Link(id, String.valueOf(id), "", address(kind) + "/" + id));
    }

    private static List<Fact> facts(Frame f, Registered one) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                one.kind() == Kind.VENDOR ? f.say("CPE のベンダ名", "Vendor of CPE") : f.say("名前", "Name"), one.address()));
        if (one.kind() == Kind.VENDOR) {
            facts.add(Fact.of(f.say("製品", "Products"), f.writing().number(one.products())));
        }
        facts.add(Fact.of(f.say("脆弱性", "Entries"), f.writing().number(one.entries())));
        return facts;
    }

    private static List<Field> fields(Frame f, Registered one, Shown shown) {
        Typed typed = shown.typed();
        Errors errors = shown.errors();
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("ja", f.say("日本語の名前", "Name in Japanese"))
                        .optional()
                        .maxLength(RegisterForm.LONGEST)
                        .value(typed.ja())
                        .errors(errors),
                Field.text("en", f.say("英語の名前", "Name in English"))
                        .optional()
                        .maxLength(RegisterForm.LONGEST)
                        .value(typed.en())
                        .errors(errors),
                Field.text("kana", f.say("読み（カタカナ）", "Reading in katakana"))
                        .optional()
                        .maxLength(RegisterForm.LONGEST)
                        .value(typed.kana())
                        .errors(errors),
                Field.longText("aliases", f.say("ほかの名前", "Other names"))
                        .optional()
                        .rows(4)
                        .hint(f.say("1行に一つ。検索で使います。", "One to a line; used by searches."))
                        .value(typed.aliases())
                        .errors(errors)));
        if (one.kind() == Kind.VENDOR) {
            fields.add(Field.text("number", f.say("法人番号", "Corporate number"))
                    .optional()
                    .width(Field.Width.MEDIUM)
                    .inputMode("numeric")
                    .hint(f.say("13桁", "13 digits"))
                    .value(typed.number())
                    .errors(errors));
        }
        return fields;
    }
}
