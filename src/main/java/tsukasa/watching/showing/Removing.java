package tsukasa.watching.showing;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.Hooks;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;

/// Removes a list with its webhook: an address and a secret that nobody would find again do not stay behind. Whoever
/// takes the list back adds the webhook anew. The list goes first: one that could not be removed still tells its
/// webhook.
@Component
class Removing {
    private final WatchLists lists;
    private final Hooks hooks;

    Removing(WatchLists lists, Hooks hooks) {
        this.lists = lists;
        this.hooks = hooks;
    }

    void remove(UUID owner, WatchList list) {
        lists.remove(owner, list.id());
        UUID hook = list.hook();
        if (hook != null) {
            hooks.remove(new HookTargetId(hook));
        }
    }
}
