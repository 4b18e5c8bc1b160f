package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entries.Listed;

@Component
class OverviewMethod implements Method {
    static final String NAME = "getVulnOverviewList";
    private final Entries entries;
    private final ProductsAsked products;
    private final OverviewDocument document;

    OverviewMethod(Entries entries, ProductsAsked products, OverviewDocument document) {
        this.entries = entries;
        this.products = products;
        this.document = document;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> parameters() {
        return OverviewAsked.PARAMETERS;
    }

    @Override
    public Question read(Asked asked, LocalDate today) {
        OverviewAsked question = OverviewAsked.of(asked, today);
        return echo -> answer(asked, question, echo);
    }

    private byte[] answer(Asked asked, OverviewAsked question, Map<String, String> echo) {
        Optional<Set<Long>> about = products.of(asked);
        Listed listed = about.isPresent() && about.get().isEmpty()
                ? new Listed(List.of(), 0)
                : entries.list(question.about(about.orElse(Set.of())));
        List<Item> items = Item.of(listed.heads(), entries, Map.of());
        Outcome outcome = new Outcome(
                echo, question.language(), OverviewAsked.MOST, listed.total(), items.size(), question.first(), null);
        return items.isEmpty() ? outcome.alone() : document.write(items, outcome);
    }
}
