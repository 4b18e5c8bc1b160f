package tsukasa.enrichment.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.register.RegisterViews.Shown;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.FormFields;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.vulnerability.ProductRegister;
import tsukasa.vulnerability.ProductRegister.Kind;
import tsukasa.vulnerability.ProductRegister.Registered;

/// The register of vendors and products, for analysts.
@Controller
class RegisterController {
    private static final Action NAMED = Action.of("register.named", "ベンダ・製品の名前を変更", "Vendor or product renamed");
    private static final String KIND = Desk.HOME + "/{kind}";
    private static final String VENDORS = Desk.HOME + "/vendors";
    private static final String PRODUCTS = Desk.HOME + "/products";
    private static final int LONGEST_SEARCH = 100;
    private final ProductRegister register;
    private final RegisterViews views;
    private final MergerDesk mergers;
    private final AuditTrail trail;
    private final Notices notices;

    RegisterController(
            ProductRegister register, RegisterViews views, MergerDesk mergers, AuditTrail trail, Notices notices) {
        this.register = register;
        this.views = views;
        this.mergers = mergers;
        this.trail = trail;
        this.notices = notices;
    }

    @Bean
    static KnownActions registerActions() {
        return KnownActions.of(NAMED);
    }

    @GetMapping(VENDORS)
    @Permit(Permission.ENRICH)
    RegistersPage vendors(Frame frame, HttpServletRequest request) {
        return views.list(frame, Kind.VENDOR, search(request), page(request));
    }

    @GetMapping(PRODUCTS)
    @Permit(Permission.ENRICH)
    RegistersPage products(Frame frame, HttpServletRequest request) {
        return views.list(frame, Kind.PRODUCT, search(request), page(request));
    }

    @GetMapping(KIND + "/{id}")
    @Permit(Permission.ENRICH)
    RegisterPage one(Frame frame, HttpServletRequest request, @PathVariable String kind, @PathVariable String id) {
        Registered one = found(kind, id);
        Registered into = target(request, one);
        Shown shown = Shown.of(one);
        return views.page(frame, one, new Shown(shown.typed(), search(request), into, "", shown.errors(), 200));
    }

    @PostMapping(KIND + "/{id}/names")
    @Permit(Permission.ENRICH)
    Answer name(Frame frame, HttpServletRequest request, @PathVariable String kind, @PathVariable String id) {
        Registered one = found(kind, id);
        RegisterForm form = RegisterForm.of(request);
        Shown shown = new Shown(form.typed(), "", null, "", form.errors(frame), 422);
        if (!shown.errors().isEmpty()) {
            return views.page(frame, one, shown);
        }
        return ended(
                frame,
                request,
                one,
                register.name(one.kind(), one.id(), seen(request), form.names(), form.number()),
                shown);
    }

    /// A colleague decides about it.
    @PostMapping(KIND + "/{id}/merging")
    @Permit(Permission.ENRICH)
    Answer merge(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String kind,
            @PathVariable String id) {
        Registered one = found(kind, id);
        Registered into = target(request, one);
        return proposed(
                frame,
                request,
                one,
                into,
                mergers.proposeMerging(one, into == null ? 0 : into.id(), FormFields.text(request, "reason"), visitor));
    }

    /// A colleague decides about it.
    @PostMapping(KIND + "/{id}/splitting")
    @Permit(Permission.ENRICH)
    Answer split(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String kind,
            @PathVariable String id) {
        Registered one = found(kind, id);
        return proposed(
                frame, request, one, null, mergers.proposeSplitting(one, FormFields.text(request, "reason"), visitor));
    }

    private Answer proposed(
            Frame f,
            HttpServletRequest request,
            Registered one,
            @Nullable Registered into,
            MergerDesk.Outcome outcome) {
        Shown own = Shown.of(one);
        Shown shown =
                new Shown(own.typed(), search(request), into, FormFields.text(request, "reason"), own.errors(), 200);
        return switch (outcome) {
            case MergerDesk.Done(long id, long _) -> {
                notices.leave(
                        request,
                        new Notice(
                                Notice.Kind.DONE,
                                f.say("提案しました。", "Proposed."),
                                f.say("ほかの人が同意すると、行われます。", "It is done once somebody else agrees.")));
                yield new Redirect(MergerViews.address(id));
            }
            case MergerDesk.Refused(Text why) ->
                views.page(f, one, shown.failed(Errors.none().with("reason", f.say(why)), 422));
            case MergerDesk.Changed _, MergerDesk.Own _ -> views.page(f, one, shown.failed(changed(f), 409));
        };
    }

    private Answer ended(
            Frame f, HttpServletRequest request, Registered one, ProductRegister.Result result, Shown typed) {
        return switch (result) {
            case ProductRegister.Done(long entries) -> done(f, request, one, entries);
            case ProductRegister.Changed _ ->
                views.page(f, register.find(one.kind(), one.id()).orElse(one), typed.failed(changed(f), 409));
            case ProductRegister.Refused(Text why) ->
                views.page(f, one, typed.failed(Errors.none().with("", f.say(why)), 422));
        };
    }

    private static Errors changed(Frame f) {
        return Errors.none()
                .with(
                        "",
                        f.say(
                                "あなたが開いた後に、ほかの人が変更しました。入力した内容は残っています。確かめて、もう一度記録してください。",
                                "Somebody changed it after you opened it. What you typed is still here: look at it and record"
                                        + " it again."));
    }

    private Answer done(Frame f, HttpServletRequest request, Registered one, long entries) {
        String type = one.kind() == Kind.VENDOR ? "vendor" : "product";
        trail.record(Deed.did(NAMED, Thing.of(type, String.valueOf(one.id()), one.address()))
                .with("entries", entries));
        String count = f.writing().number(entries);
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        f.say("記録しました。", "Recorded."),
                        f.say("脆弱性" + count + "件の表示と検索に反映します。", "Shown and found in " + count + " entries.")));
        return new Redirect(RegisterViews.address(one.kind()) + "/" + one.id());
    }

    private Registered found(String kind, String id) {
        Optional<Kind> read = switch (kind) {
            case "vendors" -> Optional.of(Kind.VENDOR);
            case "products" -> Optional.of(Kind.PRODUCT);
            default -> Optional.empty();
        };
        return read.flatMap(each -> register.find(each, number(id)))
                .orElseThrow(
                        () -> Problem.notFound(Text.of("そのベンダや製品は登録されていません。", "There is no such vendor or product.")));
    }

    private @Nullable Registered target(HttpServletRequest request, Registered one) {
        return register.find(one.kind(), number(FormFields.text(request, "into")))
                .filter(into -> into.id() != one.id())
                .orElse(null);
    }

    private static long number(String digits) {
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static int seen(HttpServletRequest request) {
        return FormFields.count(FormFields.text(request, "seen"));
    }

    private static String search(HttpServletRequest request) {
        String typed = FormFields.text(request, "q");
        return typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed;
    }

    private static int page(HttpServletRequest request) {
        return Math.max(1, FormFields.count(FormFields.text(request, "page")));
    }
}
