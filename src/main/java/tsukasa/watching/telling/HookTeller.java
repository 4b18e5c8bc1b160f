package tsukasa.watching.telling;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.hooks.HookMessage;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.Hooks;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.watching.Finding;
import tsukasa.watching.WatchNews;
import tsukasa.watching.WatchNews.Happening;

/// Hands the happenings of a list to its webhook, a few in each message. The last one names the message, so that
/// handing it in again sends nothing twice.
@Component
class HookTeller {
    static final String KIND = "watch.news";
    private static final int IN_A_MESSAGE = 20;
    private static final int LONGEST = 500;
    private final Hooks hooks;
    private final PublicAddress address;
    private final JsonMapper json = JsonMapper.builder().build();

    HookTeller(Hooks hooks, PublicAddress address) {
        this.hooks = hooks;
        this.address = address;
    }

    void hand(WatchNews news) {
        UUID hook = news.list().hook();
        if (hook == null) {
            return;
        }
        List<Happening> all = news.happenings();
        for (int from = 0; from < all.size(); from += IN_A_MESSAGE) {
            List<Happening> some = all.subList(from, Math.min(all.size(), from + IN_A_MESSAGE));
            hooks.queue(new HookMessage(
                    new HookTargetId(hook), "news/" + some.getLast().id(), KIND, data(news, some)));
        }
    }

    private String data(WatchNews news, List<Happening> some) {
        ObjectNode data = json.createObjectNode();
        data.putObject("list")
                .put("id", news.list().id().toString())
                .put("name", news.list().name())
                .put("url", address.base() + "/watch/lists/" + news.list().id());
        ArrayNode happenings = data.putArray("happenings");
        some.forEach(one -> happening(happenings.addObject(), one));
        return json.writeValueAsString(data);
    }

    private void happening(ObjectNode into, Happening one) {
        Finding finding = one.finding();
        into.put("id", one.id())
                .put("kind", one.kind().name())
                .put("at", one.at().toString())
                .put("vulnerability", Wording.number(one))
                .put("product", finding.product())
                .put("version", finding.version())
                .put("answer", finding.reason().answer().name())
                .put(
                        "severity",
                        finding.severity() == null ? null : finding.severity().name())
                .put("score", finding.tenths() == null ? null : finding.tenths() / 10.0)
                .put("exploited", finding.exploited())
                .put("range", cut(finding.reason().told()))
                .put("rule", finding.reason().rule().name())
                .put("fixed_in", finding.reason().fix())
                .put("reason", cut(Wording.reason(one, Language.EN)))
                .put("url", address.base() + Wording.path(one));
        ArrayNode facts = into.putArray("facts");
        one.facts().forEach(fact -> facts.add(fact.name()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
