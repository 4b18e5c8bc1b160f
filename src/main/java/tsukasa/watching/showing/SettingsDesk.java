package tsukasa.watching.showing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.hooks.HookDelivery;
import tsukasa.hooks.HookTarget;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.HookTargetState;
import tsukasa.hooks.Hooks;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.watching.WatchList;

/// Makes the page of settings.
@Component
class SettingsDesk {
    private static final int LAST = 10;
    private final Hooks hooks;

    SettingsDesk(Hooks hooks) {
        this.hooks = hooks;
    }

    /// @param fresh  the address of a feed that was just made
    /// @param secret of a webhook that was just made
    SettingsPage page(Frame f, Visitor visitor, WatchList list, @Nullable String fresh, @Nullable String secret) {
        return new SettingsPage(
                f,
                list,
                WatchDesk.tabs(f, list, 2),
                list.name(),
                list.note(),
                visitor.email(),
                fresh,
                list.feedSince() == null ? null : f.writing().minute(list.feedSince()),
                hook(f, list, secret),
                Errors.none());
    }

    private SettingsPage.Hook hook(Frame f, WatchList list, @Nullable String secret) {
        Optional<HookTarget> target =
                Optional.ofNullable(list.hook()).map(HookTargetId::new).flatMap(hooks::find);
        return target.map(found -> new SettingsPage.Hook(
                        found.address().shown(),
                        "",
                        f.say(found.state().title()),
                        found.state() != HookTargetState.ACTIVE,
                        secret,
                        hooks.deliveries(found.id(), LAST).stream()
                                .map(one -> delivery(f, one))
                                .toList()))
                .orElse(SettingsPage.Hook.NONE);
    }

    private static SettingsPage.Delivery delivery(Frame f, HookDelivery one) {
        List<String> detail = new ArrayList<>();
        if (one.status() != null) {
            detail.add("HTTP " + one.status());
        }
        if (one.trouble() != null) {
            detail.add(f.say(one.trouble().words()));
        }
        if (one.next() != null) {
            detail.add(f.say(
                    "次は " + f.writing().minute(one.next()),
                    "next at " + f.writing().minute(one.next())));
        }
        return new SettingsPage.Delivery(
                f.writing().minute(one.queuedAt()),
                one.kind(),
                f.say(one.state().title()),
                detail.isEmpty() ? "—" : String.join(f.say("、", ", "), detail));
    }
}
