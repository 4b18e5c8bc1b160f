package tsukasa.tools.counting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.files.KeptFile;
import tsukasa.tools.Downloads;
import tsukasa.tools.Release;
import tsukasa.tools.ToolName;

@Component
@Transactional
class DownloadDesk implements Downloads {
    private final DownloadStore store;
    private final Clock clock;

    DownloadDesk(DownloadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void record(Release release, KeptFile file) {
        store.add(release.id(), file.id().value(), file.name(), clock.instant());
    }

    @Override
    public Map<ToolName, Long> byTool() {
        return store.byTool();
    }

    @Override
    public Map<String, Long> byVersion(ToolName tool) {
        return store.byVersion(tool);
    }

    @Override
    public List<Counted> months(String tool) {
        return store.months(tool);
    }

    @Override
    @Transactional(readOnly = true)
    public void each(String tool, Consumer<Download> taker) {
        store.each(tool, taker);
    }
}
