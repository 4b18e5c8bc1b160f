package tsukasa.alerts.reading;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.Alerts;

@Component
@Transactional(readOnly = true)
class AlertDesk implements Alerts {
    private final AlertReadingStore store;

    AlertDesk(AlertReadingStore store) {
        this.store = store;
    }

    @Override
    public Optional<Alert> find(AlertNumber number) {
        return store.find(number);
    }

    @Override
    public Optional<Alert> find(AlertNumber number, int edition) {
        return store.find(number, edition);
    }

    @Override
    public Listed list(AlertQuestion question) {
        return new Listed(store.list(question), store.count(question));
    }

    @Override
    public List<Integer> years() {
        return store.years();
    }

    @Override
    public long mark() {
        return store.mark();
    }
}
