package tsukasa.files.keeping;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.files.FileId;
import tsukasa.files.FileOversight;
import tsukasa.files.KeptFile;
import tsukasa.files.RemoveOutcome;
import tsukasa.identity.Visitor;

@Service
class OversightDesk implements FileOversight {
    private final OversightStore oversight;
    private final FileStore files;
    private final ContentStore contents;
    private final Disposal disposal;
    private final FileDeeds deeds;
    private final Clock clock;

    OversightDesk(
            OversightStore oversight,
            FileStore files,
            ContentStore contents,
            Disposal disposal,
            FileDeeds deeds,
            Clock clock) {
        this.oversight = oversight;
        this.files = files;
        this.contents = contents;
        this.disposal = disposal;
        this.deeds = deeds;
        this.clock = clock;
    }

    @Override
    public Listing search(Wanted wanted, int page, int size) {
        return new Listing(
                oversight.list(wanted, (long) (Math.max(1, page) - 1) * size, size), oversight.count(wanted));
    }

    @Override
    public long quarantined() {
        return oversight.quarantined();
    }

    @Override
    public List<String> kinds() {
        return oversight.kinds();
    }

    @Override
    public Optional<Record> find(FileId id) {
        return oversight.find(id);
    }

    @Override
    @Transactional
    public boolean release(FileId id, String reason, Visitor by) {
        Optional<KeptFile> file = files.lock(id);
        if (file.isEmpty() || contents.release(id, by.displayName(), reason, clock.instant()) == 0) {
            return false;
        }
        deeds.released(file.get(), reason, by);
        return true;
    }

    @Override
    @Transactional
    public boolean hold(FileId id, String reason, Visitor by) {
        Optional<KeptFile> file = files.lock(id).filter(one -> one.hold().isEmpty());
        file.ifPresent(one -> {
            files.hold(id, clock.instant(), by.displayName(), reason);
            deeds.held(one, reason, by);
        });
        return file.isPresent();
    }

    @Override
    @Transactional
    public boolean lift(FileId id, String reason, Visitor by) {
        Optional<KeptFile> file = files.lock(id).filter(one -> one.hold().isPresent());
        file.ifPresent(one -> {
            files.lift(id);
            deeds.lifted(one, reason, by);
        });
        return file.isPresent();
    }

    @Override
    public RemoveOutcome dispose(FileId id, String reason, Visitor by) {
        return disposal.dispose(id, reason, by);
    }
}
