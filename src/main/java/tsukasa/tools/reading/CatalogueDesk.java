package tsukasa.tools.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.page.Writing;
import tsukasa.tools.Release;
import tsukasa.tools.Tool;
import tsukasa.tools.ToolName;
import tsukasa.tools.Tools;

@Component
@Transactional(readOnly = true)
class CatalogueDesk implements Tools {
    private final CatalogueStore store;
    private final Clock clock;

    CatalogueDesk(CatalogueStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Tool> find(ToolName name) {
        return store.find(name);
    }

    @Override
    public List<Tool> list(Question question) {
        return store.list(question, LocalDate.ofInstant(clock.instant(), Writing.JAPAN));
    }

    @Override
    public List<Release> newestReleases(int most) {
        return store.newestReleases(most);
    }

    @Override
    public Optional<String> signature(UUID file) {
        return store.signature(file);
    }

    @Override
    public long mark() {
        return store.mark();
    }
}
