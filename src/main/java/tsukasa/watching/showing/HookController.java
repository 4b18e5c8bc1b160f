package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.hooks.HookAddressOutcome;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.HookTestOutcome;
import tsukasa.hooks.Hooks;
import tsukasa.hooks.NewHookTarget;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;

/// The webhook of a list. Its secret is shown once, in the answer that made it.
@Controller
@Permit(Permission.SIGNED_IN)
class HookController {
    private final WatchDesk desk;
    private final WatchLists lists;
    private final SettingsDesk settings;
    private final Hooks hooks;
    private final Notices notices;

    HookController(WatchDesk desk, WatchLists lists, SettingsDesk settings, Hooks hooks, Notices notices) {
        this.desk = desk;
        this.lists = lists;
        this.settings = settings;
        this.hooks = hooks;
        this.notices = notices;
    }

    private static HookTargetId target(WatchList list) {
        UUID hook = list.hook();
        if (hook == null) {
            throw Problem.notFound(Text.of("このリストに Webhook はありません。", "This list has no webhook."));
        }
        return new HookTargetId(hook);
    }

    @PostMapping("/watch/lists/{list}/hook")
    SettingsPage make(
            Frame frame,
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String hook) {
        WatchList found = desk.list(visitor.id(), list);
        if (found.hooked()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("このリストには、すでに Webhook があります。", "This list has a webhook already."),
                    Text.of("今のものを外してから、登録してください。", "Remove it first."));
        }
        return switch (hooks.read(hook)) {
            case HookAddressOutcome.Refused refused ->
                settings.page(frame, visitor, found, null, null)
                        .wrongHook(
                                Adding.cut(hook, 1_000),
                                Errors.none()
                                        .with("hook", frame.say(refused.reason().words())));
            case HookAddressOutcome.Accepted accepted -> {
                NewHookTarget made = hooks.register(accepted.address(), "watching/" + found.id());
                lists.hook(visitor.id(), found.id(), made.id().value());
                response.setHeader("Cache-Control", "no-store");
                yield settings.page(
                        frame,
                        visitor,
                        desk.list(visitor.id(), list),
                        null,
                        made.secret().text());
            }
        };
    }

    @PostMapping("/watch/lists/{list}/hook/secret")
    SettingsPage renew(Frame frame, Visitor visitor, HttpServletResponse response, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        String secret =
                hooks.renewSecret(target(found)).orElseThrow(WatchDesk::unknown).text();
        response.setHeader("Cache-Control", "no-store");
        return settings.page(frame, visitor, found, null, secret);
    }

    @PostMapping("/watch/lists/{list}/hook/test")
    Redirect test(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        Notice notice = switch (hooks.test(target(found))) {
            case HookTestOutcome.OnItsWay _ ->
                new Notice(
                        Notice.Kind.DONE,
                        frame.say("試しの知らせを送りました。", "A test is on its way."),
                        frame.say("結果は、下の「最近の送信」に出ます。", "See “Last deliveries” below for how it went."));
            case HookTestOutcome.TooOften _ ->
                new Notice(
                        Notice.Kind.WARNING,
                        frame.say("続けて試しすぎています。", "That was tested too often."),
                        frame.say("15分ほど待ってください。", "Wait about a quarter of an hour."));
            case HookTestOutcome.NotSent _ ->
                new Notice(Notice.Kind.WARNING, frame.say("停止しているため、送れません。", "It is stopped; nothing was sent."), null);
        };
        return back(request, found, notice);
    }

    private Redirect back(HttpServletRequest request, WatchList list, Notice notice) {
        notices.leave(request, notice);
        return new Redirect("/watch/lists/" + list.id() + "/settings#hook");
    }

    @PostMapping("/watch/lists/{list}/hook/resumption")
    Redirect resume(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        hooks.resume(target(found));
        return back(request, found, new Notice(Notice.Kind.DONE, frame.say("再開しました。", "It began again."), null));
    }

    @PostMapping("/watch/lists/{list}/hook/removal")
    Redirect remove(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        HookTargetId target = target(found);
        lists.hook(visitor.id(), found.id(), null);
        hooks.remove(target);
        return back(
                request,
                found,
                new Notice(Notice.Kind.DONE, frame.say("Webhook を外しました。", "The webhook was removed."), null));
    }
}
