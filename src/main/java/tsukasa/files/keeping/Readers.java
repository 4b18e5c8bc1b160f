package tsukasa.files.keeping;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tsukasa.files.FileHolder;
import tsukasa.files.FileReaders;
import tsukasa.identity.Visitor;

/// Asks the module that owns the holder; what nobody owns, nobody reads.
@Component
class Readers {
    private final ObjectProvider<FileReaders> all;

    Readers(ObjectProvider<FileReaders> all) {
        this.all = all;
    }

    boolean mayRead(FileHolder holder, Optional<Visitor> visitor) {
        return all.stream()
                .filter(one -> one.kind().equals(holder.kind()))
                .findFirst()
                .map(one -> one.mayRead(visitor, holder.id()))
                .orElse(false);
    }
}
