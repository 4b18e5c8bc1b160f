package tsukasa.watching.showing;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.Hooks;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;

/// Removes a list with its webhook: an address and a secret that nobody would find again do not stay behind. Whoever
/// takes the list back adds the webhook anew.
@Component
class Removing {
    private final WatchLists lists;
    private final Hooks hooks;

    Removing(WatchLists lists, Hooks hooks) {
        this.lists = lists;
        this.hooks = hooks;
    }

    void remove(UUID owner, WatchList list) {
        UUID hook = list.hook();
        if (hook != null) {
            lists.hook(owner, list.id(), null);
            hooks.remove(new HookTargetId(hook));
        }
        lists.remove(owner, list.id());
    }
}
